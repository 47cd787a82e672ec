import NotificationsIcon from "@mui/icons-material/Notifications";
import { Box } from "@mui/material";
import { useEffect } from "react";
import { useDataProvider, useTranslate } from "react-admin";
import type { ApiDataProvider } from "../api/dataProvider";
import type { Notification } from "../api/types";
import { PageHeader } from "../app/PageHeader";
import { Screen } from "../app/Screen";
import { observationLink } from "../observations/observationLink";
import { productLink } from "../products/productLink";
import { Labelled } from "../values/Labelled";
import { Moment } from "../values/Moment";
import { Panel } from "../values/Panel";
import { PlaceLink } from "../values/PlaceLink";
import { ValueChip } from "../values/ValueChip";
import { useViewed } from "./useViewed";

export default function NotificationScreen() {
  return <Screen<Notification> resource="notifications">{(notification) => <Content notification={notification} />}</Screen>;
}

/** Shows a notification; who has it on the screen has viewed it. */
function Content({ notification }: { notification: Notification }) {
  const translate = useTranslate();
  const dataProvider = useDataProvider<ApiDataProvider>();
  const onViewed = useViewed();
  const { id, new_viewed } = notification;
  useEffect(() => {
    if (new_viewed !== "New") return;
    dataProvider.call({ method: "POST", path: `/notifications/${id}/mark_as_viewed/` }).then(onViewed, () => undefined);
  }, [dataProvider, id, new_viewed, onViewed]);
  const { type, name, created, message, function: task, arguments: given, product, product_name, observation, observation_title, user_full_name } = notification;
  return (
    <>
      <PageHeader title={name} icon={<NotificationsIcon />} path={[{ name: translate("menu.notifications"), to: "/notifications" }]} />
      <Panel title="notification.section">
        <Labelled label="fields.type">
          <ValueChip label={type} />
        </Labelled>
        <Labelled label="fields.created">
          <Moment timestamp={created} />
        </Labelled>
        <Text label="fields.message" text={message} />
        <Text label="fields.function" text={task} />
        <Text label="fields.arguments" text={given} />
        {product === null ? null : (
          <Labelled label="fields.product">
            <PlaceLink to={productLink(product)}>{product_name}</PlaceLink>
          </Labelled>
        )}
        {observation === null ? null : (
          <Labelled label="fields.observation">
            <PlaceLink to={observationLink(observation)}>{observation_title}</PlaceLink>
          </Labelled>
        )}
        <Text label="fields.user" text={user_full_name} />
      </Panel>
    </>
  );
}

/** A text as it was written; nothing if there is none. */
function Text({ label, text }: { label: string; text: string | null }) {
  if (text === null || text === "") return null;
  return (
    <Labelled label={label}>
      <Box sx={{ whiteSpace: "pre-wrap", overflowWrap: "anywhere" }}>{text}</Box>
    </Labelled>
  );
}
