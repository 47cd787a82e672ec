import { Box, Link, Typography } from "@mui/material";
import { AppBar, LoadingIndicator } from "react-admin";
import { Link as RouterLink } from "react-router-dom";
import { SearchButton } from "../search/SearchButton";
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
      <Link component={RouterLink} to="/" underline="none" color="inherit" sx={{ display: "flex", alignItems: "center", gap: 1, ml: 1 }}>
        <Box component="img" src="/favicon.svg" alt="" sx={{ width: 26, height: 26 }} />
        <Typography component="span" sx={{ fontWeight: 500, fontSize: "1.05rem" }}>
          SecObserve
        </Typography>
      </Link>
      <Box sx={{ flexGrow: 1, display: "flex", justifyContent: { xs: "flex-end", md: "center" } }}>
        <SearchButton />
      </Box>
    </AppBar>
  );
}
