import MarkEmailReadIcon from "@mui/icons-material/MarkEmailRead";
import NotificationsIcon from "@mui/icons-material/Notifications";
import { useTranslate } from "react-admin";
import type { Notification } from "../api/types";
import { PageHeader } from "../app/PageHeader";
import type { BulkAction } from "../bulk/bulkAction";
import { deleteRecordsAction } from "../bulk/deleteRecordsAction";
import type { Column } from "../lists/columns";
import { EmptyList } from "../lists/EmptyList";
import type { ListFilter } from "../lists/filters";
import { RecordList } from "../lists/RecordList";
import { observationLink } from "../observations/observationLink";
import { productLink } from "../products/productLink";
import { useCurrentUser } from "../session/session";
import { choices } from "../values/choices";
import { Moment } from "../values/Moment";
import { PlaceLink } from "../values/PlaceLink";
import { ValueChip } from "../values/ValueChip";
import { MarkViewedDialog } from "./MarkViewedDialog";
import { notificationLink } from "./notificationLink";

const TYPES = ["Exception", "Observation", "Observation title", "Security gate", "Task"];
const BRIEF = 255;

const COLUMNS: readonly Column<Notification>[] = [
  { source: "type", chip: true, render: ({ type }) => <ValueChip label={type} /> },
  { source: "name", opens: true },
  { source: "created", render: ({ created }) => <Moment timestamp={created} /> },
  { source: "message", auto: true, render: ({ message }) => ((message ?? "").length > BRIEF ? `${message?.slice(0, BRIEF)} …` : message) },
  { source: "function", auto: true },
  { source: "product_name", render: ({ product, product_name }) => (product === null ? null : <PlaceLink to={productLink(product)}>{product_name}</PlaceLink>) },
  { source: "observation_title", auto: true, render: ({ observation, observation_title }) => (observation === null ? null : <PlaceLink to={observationLink(observation)}>{observation_title}</PlaceLink>) },
  { source: "user_full_name", auto: true },
  { source: "new_viewed", sortable: false, chip: true, render: ({ new_viewed }) => <ValueChip label={new_viewed} /> },
];

/** Messages can tell of products that their reader may not see: the API looks through them for superusers only. */
const MESSAGE: ListFilter = { kind: "text", source: "message" };

const FILTERS: readonly ListFilter[] = [
  { kind: "text", source: "name", search: true },
  { kind: "choice", source: "type", choices: choices(TYPES) },
  { kind: "text", source: "function" },
  { kind: "reference", source: "product", reference: "product_names" },
  { kind: "reference", source: "user", reference: "users", name: "full_name", sort: { field: "full_name", order: "ASC" } },
  { kind: "yesno", source: "exclude_already_viewed" },
];

const ACTIONS: readonly BulkAction[] = [{ label: "notification.mark_viewed", icon: <MarkEmailReadIcon />, keys: "v", dialog: (props) => <MarkViewedDialog {...props} /> }];

const DELETE = deleteRecordsAction({ resource: "notifications", link: notificationLink });

/** What people are to be told, the newest first; at the first visit without what they know already. */
export default function NotificationList() {
  const translate = useTranslate();
  const superuser = useCurrentUser()?.is_superuser === true;
  return (
    <>
      <PageHeader title={translate("menu.notifications")} icon={<NotificationsIcon />} />
      <RecordList<Notification>
        resource="notifications"
        stateKey="notifications.list"
        sort={{ field: "created", order: "DESC" }}
        columns={COLUMNS}
        filters={superuser ? [...FILTERS, MESSAGE] : FILTERS}
        filterDefaults={{ exclude_already_viewed: true }}
        rowLink={({ id }) => notificationLink(id)}
        rowName={({ name }) => name}
        bulkActions={superuser ? [...ACTIONS, DELETE] : ACTIONS}
        empty={<EmptyList text="notification.none" hint="notification.none_hint" />}
        inAddress
        framed
      />
    </>
  );
}
