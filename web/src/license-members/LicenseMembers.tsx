import { Foldable } from "../values/Foldable";
import { LicenseMemberList } from "./LicenseMemberList";
import { AUTHORIZATION_GROUPS, USERS, type Owner } from "./licenseMemberKinds";

interface Props {
  owner: Owner;
  record: { id: number; name: string; has_users: boolean; has_authorization_groups: boolean };
  manages: boolean;
}

/** The members of a license group or policy; managers see the panels also when they are empty, to fill them. */
export function LicenseMembers({ owner, record, manages }: Props) {
  const common = { owner, ownerId: record.id, ownerName: record.name, manages };
  return (
    <>
      {manages || record.has_users ? (
        <Foldable title="user.users">
          <LicenseMemberList {...common} kind={USERS} />
        </Foldable>
      ) : null}
      {manages || record.has_authorization_groups ? (
        <Foldable title="group.groups">
          <LicenseMemberList {...common} kind={AUTHORIZATION_GROUPS} />
        </Foldable>
      ) : null}
    </>
  );
}
