import ExtensionIcon from "@mui/icons-material/Extension";
import { useTranslate } from "react-admin";
import type { Component } from "../api/types";
import { PageHeader } from "../app/PageHeader";
import type { Column } from "../lists/columns";
import { EmptyList } from "../lists/EmptyList";
import type { ListFilter } from "../lists/filters";
import { RecordList } from "../lists/RecordList";
import { openedFrom, stateKeys } from "../navigation/context";
import { choices, COMPONENT_TYPES, ECOSYSTEMS } from "../values/choices";
import { YesNo } from "../values/YesNo";

const COLUMNS: readonly Column<Component>[] = [
  { source: "component_name_version_type", opens: true, minWidth: "16em" },
  { source: "component_type" },
  { source: "product_name" },
  { source: "product_group_name", auto: true },
  { source: "branch_name", auto: true },
  { source: "origin_service_name", auto: true },
  { source: "has_observations", render: ({ has_observations }) => (has_observations ? <YesNo value /> : null) },
];

const FILTERS: readonly ListFilter[] = [
  { kind: "text", source: "component_name_version", search: true },
  { kind: "choice", source: "component_purl_type", choices: ECOSYSTEMS },
  { kind: "choice", source: "component_type", choices: choices(COMPONENT_TYPES) },
  { kind: "reference", source: "product", reference: "product_names" },
  { kind: "reference", source: "product_group", reference: "product_group_names" },
  { kind: "text", source: "branch_name" },
  { kind: "text", source: "origin_service_name" },
  { kind: "yesno", source: "has_observations" },
];

/** What products are made of. */
export default function ComponentList() {
  const translate = useTranslate();
  return (
    <>
      <PageHeader title={translate("menu.components")} icon={<ExtensionIcon />} />
      <RecordList<Component>
        resource="components"
        stateKey={stateKeys.components}
        sort={{ field: "component_name_version_type", order: "ASC" }}
        columns={COLUMNS}
        filters={FILTERS}
        rowLink={({ id }) => openedFrom(`/components/${encodeURIComponent(id)}/show`, "list")}
        light="component_names"
        empty={<EmptyList text="component.none" hint="component.none_hint" />}
        inAddress
        framed
      />
    </>
  );
}
