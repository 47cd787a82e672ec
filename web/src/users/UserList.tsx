import type { OtherUser } from "../api/types";
import type { Column } from "../lists/columns";
import { CreateLink } from "../lists/CreateLink";
import type { ListFilter } from "../lists/filters";
import { RecordList } from "../lists/RecordList";
import { stateKeys } from "../navigation/context";
import { useCurrentUser } from "../session/session";
import { YesNo } from "../values/YesNo";
import { userLink } from "./userLink";

const NAMES: readonly Column<OtherUser>[] = [{ source: "username", opens: true }, { source: "full_name" }];

/** What superusers see of others. */
const FLAGS: readonly Column<OtherUser>[] = [
  { source: "is_active", render: (user) => <YesNo value={user.is_active} /> },
  { source: "is_oidc_user", render: (user) => <YesNo value={user.is_oidc_user} /> },
  { source: "is_external", render: (user) => <YesNo value={user.is_external} /> },
  { source: "is_superuser", render: (user) => <YesNo value={user.is_superuser} /> },
];

const NAME_FILTERS: readonly ListFilter[] = [
  { kind: "text", source: "username", search: true },
  { kind: "text", source: "full_name" },
];
const FLAG_FILTERS: readonly ListFilter[] = FLAGS.map(({ source }) => ({ kind: "yesno", source }));

export default function UserList() {
  const superuser = useCurrentUser()?.is_superuser === true;
  return (
    <RecordList<OtherUser>
      resource="users"
      stateKey={stateKeys.users}
      sort={{ field: "username", order: "ASC" }}
      // Others can neither see nor lift this filter, and the API ignores it for them.
      {...(superuser && { filterDefaults: { is_active: true } })}
      filters={superuser ? [...NAME_FILTERS, ...FLAG_FILTERS] : NAME_FILTERS}
      actions={superuser ? <CreateLink to="/users/create" label="user.add" /> : null}
      columns={superuser ? [...NAMES, ...FLAGS] : NAMES} rowLink={(user) => userLink(user.id, "list")}
      light="users"
      inAddress
    />
  );
}
