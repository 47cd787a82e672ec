import AddIcon from "@mui/icons-material/Add";
import EditIcon from "@mui/icons-material/Edit";
import { Stack } from "@mui/material";
import { lazy } from "react";
import { useDataProvider } from "react-admin";
import { can, Permission } from "../access/permissions";
import type { ApiDataProvider } from "../api/dataProvider";
import type { Product, Service } from "../api/types";
import { ConfirmedAction } from "../dialogs/ConfirmedAction";
import { deleteRecordsAction } from "../bulk/deleteRecordsAction";
import { DialogButton } from "../dialogs/DialogButton";
import { LicenseCounts } from "../license-components/LicenseCounts";
import { productLicensesLink } from "../license-components/licenseComponentLink";
import type { Column } from "../lists/columns";
import { EmptyList } from "../lists/EmptyList";
import type { ListFilter } from "../lists/filters";
import { RecordList } from "../lists/RecordList";
import { productObservationsLink } from "../observations/observationLink";
import { useFeature } from "../session/statusSettings";
import { ActiveCounts } from "../values/ActiveCounts";
import { PlaceLink } from "../values/PlaceLink";

const ServiceDialog = lazy(() => import("./ServiceDialog"));

const TABLE_KEY = "service.embedded";

const FILTERS: readonly ListFilter[] = [{ kind: "text", source: "search", label: "fields.name", search: true }];

function columns(product: Product, licenses: boolean): Column<Service>[] {
  const branch = product.repository_default_branch;
  const filter = (service: Service) => ({ origin_service: service.id, ...(branch !== null && { branch }) });
  return [
    { source: "name", opens: true, render: (service) => <PlaceLink to={productObservationsLink(product.id, filter(service))}>{service.name}</PlaceLink> },
    {
      source: "active_observations",
      sortable: false,
      render: (service) => (
        <ActiveCounts record={service} linkTo={(severity) => productObservationsLink(product.id, { ...filter(service), current_severity: [severity] })} />
      ),
    },
    ...(licenses
      ? [
          {
            source: "licenses",
            sortable: false,
            render: (service: Service) => <LicenseCounts record={service} linkTo={(result) => productLicensesLink(product.id, { ...filter(service), evaluation_result: result })} />,
          },
        ]
      : []),
    { source: "actions", actions: true, render: (service) => <Actions service={service} product={product} /> },
  ];
}

function Actions({ service, product }: { service: Service; product: Product }) {
  const dataProvider = useDataProvider<ApiDataProvider>();
  return (
    <Stack direction="row" sx={{ justifyContent: "flex-end" }}>
      {can(product, Permission.ServiceEdit) ? <DialogButton label="ra.action.edit" icon={<EditIcon />} dialog={(close) => <ServiceDialog product={product.id} service={service} onClose={close} />} /> : null}
      {can(product, Permission.ServiceDelete) ? (
        <ConfirmedAction
          label="ra.action.delete"
          title="service.delete_title"
          question="service.delete_question"
          success="service.deleted"
          names={{ name: service.name }}
          call={() => dataProvider.delete("services", { id: service.id })}
        />
      ) : null}
    </Stack>
  );
}

/** The named parts of a product. */
export default function ServiceList({ product }: { product: Product }) {
  const licenses = useFeature("feature_license_management") && product.has_licenses;
  const add = can(product, Permission.ServiceCreate) ? <DialogButton label="service.add" icon={<AddIcon />} dialog={(close) => <ServiceDialog product={product.id} onClose={close} />} /> : null;
  return (
    <RecordList<Service>
      resource="services"
      key={product.id}
      stateKey={`${TABLE_KEY}.${product.id}`}
      tableKey={TABLE_KEY}
      sort={{ field: "name", order: "ASC" }}
      filter={{ product: product.id }}
      actions={add}
      columns={columns(product, licenses)}
      filters={FILTERS}
      empty={<EmptyList text="service.none" hint="service.none_hint" action={add} />}
      rowName={({ name }) => name}
      bulkActions={
        can(product, Permission.ServiceDelete)
          ? [deleteRecordsAction({ resource: "services", link: (origin_service) => productObservationsLink(product.id, { origin_service }) })]
          : []
      }
      inAddress
    />
  );
}
