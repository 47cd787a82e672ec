import AddIcon from "@mui/icons-material/Add";
import EditIcon from "@mui/icons-material/Edit";
import { Stack } from "@mui/material";
import { lazy } from "react";
import { useDataProvider } from "react-admin";
import { ConfirmedAction } from "../dialogs/ConfirmedAction";
import { DialogButton } from "../dialogs/DialogButton";
import type { Column } from "../lists/columns";
import type { ListFilter } from "../lists/filters";
import { RecordList } from "../lists/RecordList";
import { PlaceLink } from "../values/PlaceLink";
import { YesNo } from "../values/YesNo";
import { nameOf, type LicenseMember, type MemberKind, type Owner } from "./licenseMemberKinds";

const LicenseMemberDialog = lazy(() => import("./LicenseMemberDialog"));

interface Props {
  owner: Owner;
  ownerId: number;
  /** Name of the license group or policy. */
  ownerName: string;
  kind: MemberKind;
  manages: boolean;
}

/** Who sees a license group or policy although it is not public, and who manages it. */
export function LicenseMemberList({ owner, ownerId, ownerName, kind, manages }: Props) {
  const dataProvider = useDataProvider();
  const resource = kind.resource(owner);
  const columns: Column<LicenseMember>[] = [
    { source: kind.name, label: kind.label, render: (member) => <PlaceLink to={kind.link(member[kind.source] ?? 0)}>{nameOf(member)}</PlaceLink> },
    { source: "is_manager", render: (member) => (member.is_manager ? <YesNo value /> : null) },
  ];
  const actions: Column<LicenseMember> = {
    source: "actions",
    actions: true,
    render: (member) => (
      <Stack direction="row" sx={{ justifyContent: "flex-end" }}>
        <DialogButton label="ra.action.edit" icon={<EditIcon />} dialog={(close) => <LicenseMemberDialog owner={owner} ownerId={ownerId} kind={kind} member={member} onClose={close} />} />
        <ConfirmedAction
          label="action.remove"
          title="license_member.remove_title"
          question="license_member.remove_question"
          success="license_member.removed"
          names={{ member: nameOf(member), name: ownerName }}
          call={() => dataProvider.delete(resource, { id: member.id })}
        />
      </Stack>
    ),
  };
  const filters: ListFilter[] = [...kind.texts.map((source, index): ListFilter => ({ kind: "text", source, search: index === 0 })), { kind: "yesno", source: "is_manager" }];
  return (
    <RecordList<LicenseMember>
      resource={resource}
      stateKey={`${resource}.embedded`}
      sort={{ field: kind.name, order: "ASC" }}
      filter={{ [owner]: ownerId }}
      columns={manages ? [...columns, actions] : columns}
      filters={filters}
      actions={manages ? <DialogButton label={kind.add} icon={<AddIcon />} dialog={(close) => <LicenseMemberDialog owner={owner} ownerId={ownerId} kind={kind} onClose={close} />} /> : null}
      plain
    />
  );
}
