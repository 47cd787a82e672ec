import MarkEmailReadIcon from "@mui/icons-material/MarkEmailRead";
import NotificationsIcon from "@mui/icons-material/Notifications";
import { useTranslate } from "react-admin";
import type { Notification } from "../api/types";
import { PageHeader } from "../app/PageHeader";
import type { BulkAction } from "../bulk/bulkAction";
import type { Column } from "../lists/columns";
import { EmptyList } from "../lists/EmptyList";
import type { ListFilter } from "../lists/filters";
import { RecordList } from "../lists/RecordList";
import { productLink } from "../products/productLink";
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
  { source: "user_full_name", auto: true },
  { source: "new_viewed", sortable: false, chip: true, render: ({ new_viewed }) => <ValueChip label={new_viewed} /> },
];

const FILTERS: readonly ListFilter[] = [
  { kind: "text", source: "name", search: true },
  { kind: "choice", source: "type", choices: choices(TYPES) },
  { kind: "text", source: "function" },
  { kind: "reference", source: "product", reference: "product_names" },
  { kind: "yesno", source: "exclude_already_viewed" },
];

const ACTIONS: readonly BulkAction[] = [{ label: "notification.mark_viewed", icon: <MarkEmailReadIcon />, keys: "v", dialog: (props) => <MarkViewedDialog {...props} /> }];

/** What people are to be told, the newest first; at the first visit without what they know already. */
export default function NotificationList() {
  const translate = useTranslate();
  return (
    <>
      <PageHeader title={translate("menu.notifications")} icon={<NotificationsIcon />} />
      <RecordList<Notification>
        resource="notifications"
        stateKey="notifications.list"
        sort={{ field: "created", order: "DESC" }}
        columns={COLUMNS}
        filters={FILTERS}
        filterDefaults={{ exclude_already_viewed: true }}
        rowLink={({ id }) => notificationLink(id)}
        rowName={({ name }) => name}
        bulkActions={ACTIONS}
        empty={<EmptyList text="notification.none" hint="notification.none_hint" />}
        inAddress
        framed
      />
    </>
  );
}
