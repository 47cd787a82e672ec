import { Box, Typography } from "@mui/material";
import { AppBar, LoadingIndicator } from "react-admin";
import { PersonMenu } from "./PersonMenu";
import { ThemeButton } from "./ThemeButton";

export function AppTopBar(props: { alwaysOn?: boolean }) {
  return (
    <AppBar
      {...props}
      color="inherit"
      userMenu={<PersonMenu />}
      toolbar={
        <>
          <ThemeButton />
          <LoadingIndicator />
        </>
      }
    >
      <Box sx={{ flexGrow: 1, display: "flex", justifyContent: "center", alignItems: "center", gap: 1 }}>
        <Box component="img" src="/favicon.svg" alt="" sx={{ width: 28, height: 28 }} />
        <Typography variant="h6" component="span" sx={{ display: { xs: "none", sm: "inline" }, fontWeight: 500 }}>
          SecObserve
        </Typography>
      </Box>
    </AppBar>
  );
}
