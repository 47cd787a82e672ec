import { Breadcrumbs, Link } from "@mui/material";
import { useTranslate } from "react-admin";
import { Link as RouterLink } from "react-router-dom";

export interface Crumb {
  name: string;
  to: string;
}

/** The way from the outermost thing down to the one on the screen, which is not repeated here. */
export function Crumbs({ path }: { path: readonly Crumb[] }) {
  const translate = useTranslate();
  if (path.length === 0) return null;
  return (
    <Breadcrumbs
      aria-label={translate("page.breadcrumb")}
      separator="›"
      sx={{ fontSize: "0.8125rem", minWidth: 0, "& ol": { rowGap: 0 }, "& .MuiBreadcrumbs-separator": { mx: 0.75 } }}
    >
      {path.map(({ name, to }) => (
        <Link key={to} component={RouterLink} to={to} sx={{ overflowWrap: "anywhere" }}>
          {name}
        </Link>
      ))}
    </Breadcrumbs>
  );
}
