import AddIcon from "@mui/icons-material/Add";
import EditIcon from "@mui/icons-material/Edit";
import { Box, Stack, Typography } from "@mui/material";
import { lazy } from "react";
import { useDataProvider, useTranslate } from "react-admin";
import { useLocation } from "react-router-dom";
import { can, roleName } from "../access/permissions";
import type { ApiDataProvider } from "../api/dataProvider";
import type { Product, ProductGroup } from "../api/types";
import { deleteRecordsAction } from "../bulk/deleteRecordsAction";
import { ConfirmedAction } from "../dialogs/ConfirmedAction";
import { DialogButton } from "../dialogs/DialogButton";
import type { Column } from "../lists/columns";
import { RecordList } from "../lists/RecordList";
import { PlaceLink } from "../values/PlaceLink";
import { memberId, memberName, type Member } from "./member";
import type { MemberKind } from "./memberKinds";

const AddMemberDialog = lazy(() => import("./AddMemberDialog"));
const EditMemberDialog = lazy(() => import("./EditMemberDialog"));

interface Props {
  kind: MemberKind;
  product: Product | ProductGroup;
}

/** The members of one kind, with their roles. */
export function MemberList({ kind, product }: Props) {
  const translate = useTranslate();
  // The same list belongs to products and to product groups.
  const { pathname } = useLocation();
  const tableKey = `${kind.resource}.embedded`;
  const columns: Column<Member>[] = [
    {
      source: `${kind.data}.${kind.name}`,
      label: `${kind.texts}.one`,
      render: (member) => <PlaceLink to={kind.link(memberId(member, kind))}>{memberName(member, kind)}</PlaceLink>,
    },
    { source: "role", render: (member) => translate(roleName(member.role), { _: String(member.role) }) },
    { source: "actions", actions: true, render: (member) => <Actions member={member} kind={kind} product={product} /> },
  ];
  return (
    <Box component="section">
      <Typography variant="h6" component="h2">
        {translate(`${kind.texts}.many`)}
      </Typography>
      <RecordList<Member>
        resource={kind.resource}
        key={product.id}
        stateKey={`${tableKey}.${product.id}`}
        tableKey={tableKey}
        sort={{ field: `${kind.data}.${kind.name}`, order: "ASC" }}
        filter={{ product: product.id }}
        actions={can(product, kind.may.create) ? <DialogButton label={`${kind.texts}.add`} icon={<AddIcon />} dialog={(close) => <AddMemberDialog kind={kind} product={product.id} onClose={close} />} /> : null}
        columns={columns}
        rowName={(member) => memberName(member, kind)}
        bulkActions={can(product, kind.may.remove) ? [deleteRecordsAction({ resource: kind.resource, label: "action.remove", link: () => pathname })] : []}
        plain
      />
    </Box>
  );
}

function Actions({ member, kind, product }: Props & { member: Member }) {
  const dataProvider = useDataProvider<ApiDataProvider>();
  return (
    <Stack direction="row" sx={{ justifyContent: "flex-end" }}>
      {can(product, kind.may.edit) ? <DialogButton label="ra.action.edit" icon={<EditIcon />} dialog={(close) => <EditMemberDialog member={member} kind={kind} onClose={close} />} /> : null}
      {can(product, kind.may.remove) ? (
        <ConfirmedAction
          label="action.remove"
          title={`${kind.texts}.remove_title`}
          question={`${kind.texts}.remove_question`}
          success={`${kind.texts}.removed`}
          names={{ name: memberName(member, kind), product: product.name }}
          call={() => dataProvider.delete(kind.resource, { id: member.id })}
        />
      ) : null}
    </Stack>
  );
}
