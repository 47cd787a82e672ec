import { BooleanInput, useDataProvider } from "react-admin";
import { FormDialog } from "../dialogs/FormDialog";
import { useSaved } from "../dialogs/useSaved";
import { ReferenceChoice } from "../forms/ReferenceChoice";
import { Labelled } from "../values/Labelled";
import { nameOf, type LicenseMember, type MemberKind, type Owner } from "./licenseMemberKinds";

interface Props {
  owner: Owner;
  ownerId: number;
  kind: MemberKind;
  /** Missing for a new one. */
  member?: LicenseMember;
  onClose: () => void;
}

/** Lets users or authorization groups see a license group or policy, or manage it. */
export default function LicenseMemberDialog({ owner, ownerId, kind, member, onClose }: Props) {
  const dataProvider = useDataProvider();
  const saved = useSaved();
  const resource = kind.resource(owner);
  const save = async ({ is_manager = false, ...values }: LicenseMember) => {
    if (member === undefined) await dataProvider.create(resource, { data: { [owner]: ownerId, [kind.source]: values[kind.source], is_manager } });
    else await dataProvider.update(resource, { id: member.id, data: { is_manager }, previousData: member });
    saved(member === undefined ? "license_member.added" : "license_member.updated");
  };
  return (
    <FormDialog<LicenseMember>
      title={member === undefined ? kind.add : "license_member.edit"}
      resource={resource}
      initial={member ?? { is_manager: false }}
      save={save}
      several={member === undefined}
      onClose={onClose}
    >
      {member === undefined ? (
        <ReferenceChoice
          source={kind.source}
          label={kind.label}
          reference={kind.candidates}
          optionText={kind.optionText}
          sort={{ field: kind.optionText, order: "ASC" }}
          filter={{ [`exclude_${owner}`]: ownerId }}
          mandatory
          autoFocus
        />
      ) : (
        <Labelled label={kind.label}>{nameOf(member)}</Labelled>
      )}
      <BooleanInput source="is_manager" helperText={false} />
    </FormDialog>
  );
}
