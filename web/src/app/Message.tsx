import { Notification } from "react-admin";

/** Messages at the bottom of the screen: green for success, amber for failure, line breaks kept. */
export function Message() {
  return (
    <Notification
      multiLine
      sx={{
        "& .RaNotification-error, & .RaNotification-warning": { backgroundColor: "warning.main", color: "warning.contrastText" },
        "& .MuiSnackbarContent-message": { whiteSpace: "pre-wrap" },
      }}
    />
  );
}
