import { useDataProvider } from "react-admin";
import { FormDialog } from "../dialogs/FormDialog";
import { useSaved } from "../dialogs/useSaved";
import { RoleInput } from "../forms/RoleInput";
import { Labelled } from "../values/Labelled";
import { memberName, type Member } from "./member";
import type { MemberKind } from "./memberKinds";

interface Props {
  member: Member;
  kind: MemberKind;
  onClose: () => void;
}

/** Gives a member another role. */
export default function EditMemberDialog({ member, kind, onClose }: Props) {
  const dataProvider = useDataProvider();
  const saved = useSaved();
  const save = async ({ role }: { role: number }) => {
    await dataProvider.update(kind.resource, { id: member.id, data: { role }, previousData: member });
    saved(`${kind.texts}.updated`);
  };
  return (
    <FormDialog<{ role: number }> title={`${kind.texts}.edit`} resource={kind.resource} initial={member} save={save} onClose={onClose}>
      <Labelled label={`${kind.texts}.one`}>{memberName(member, kind)}</Labelled>
      <RoleInput />
    </FormDialog>
  );
}
