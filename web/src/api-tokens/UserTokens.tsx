import { useListContext, useTranslate } from "react-admin";
import AddIcon from "@mui/icons-material/Add";
import { Box, Typography } from "@mui/material";
import { lazy } from "react";
import type { ApiToken, User } from "../api/types";
import { DialogButton } from "../dialogs/DialogButton";
import type { Column } from "../lists/columns";
import { RecordList } from "../lists/RecordList";
import { useFeature } from "../session/statusSettings";
import { Moment } from "../values/Moment";
import { RevokeTokenAction } from "./RevokeTokenAction";

const CreateUserTokenDialog = lazy(() => import("./CreateUserTokenDialog"));

const STATE_KEY = "api_tokens.embedded";

const COLUMNS: readonly Column<ApiToken>[] = [
  { source: "name" },
  { source: "expiration_date", render: (token) => <Moment timestamp={token.expiration_date} dateOnly /> },
  { source: "last_used", sortable: false, render: (token) => <Moment timestamp={token.last_used} /> },
];

/** The API tokens of a user. Only the owner creates them. */
export function UserTokens({ user, own }: { user: User; own: boolean }) {
  return (
    <RecordList<ApiToken>
      resource="api_tokens"
      stateKey={STATE_KEY}
      sort={{ field: "name", order: "ASC" }}
      filter={{ user: user.id }}
      actions={own ? <CreateButton user={user} /> : undefined}
      columns={own ? [...COLUMNS, { source: "actions", actions: true, render: (token) => <RevokeTokenAction token={token} owner={user} /> }] : COLUMNS}
      plain
    />
  );
}

/** Offers a token, or says why there can be no further one. */
function CreateButton({ user }: { user: User }) {
  const translate = useTranslate();
  const several = useFeature("feature_multiple_api_tokens");
  const { total = 0 } = useListContext();
  const full = total > 0 && !several;
  return (
    <Box sx={{ display: "flex", alignItems: "center", gap: 1, flexWrap: "wrap" }}>
      {full ? (
        <Typography variant="body2" sx={{ color: "text.secondary" }}>
          {translate("token.only_one")}
        </Typography>
      ) : null}
      <DialogButton label="token.create" icon={<AddIcon />} variant="contained" disabled={full} dialog={(close) => <CreateUserTokenDialog user={user} onClose={close} />} />
    </Box>
  );
}
