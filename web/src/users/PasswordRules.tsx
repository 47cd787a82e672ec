import { Typography } from "@mui/material";
import { useQuery } from "@tanstack/react-query";
import { useDataProvider } from "react-admin";
import type { ApiDataProvider } from "../api/dataProvider";
import { ErrorCard } from "../app/ErrorCard";

/** What the settings demand of passwords. */
export function PasswordRules() {
  const dataProvider = useDataProvider<ApiDataProvider>();
  const rules = useQuery({
    queryKey: ["password_rules"],
    queryFn: () => dataProvider.call<{ password_rules: string }>({ path: "/users/password_rules/" }),
  });
  if (rules.error !== null) return <ErrorCard error={rules.error} onRetry={() => void rules.refetch()} />;
  if (rules.data === undefined) return null;
  return (
    <Typography variant="body2" sx={{ whiteSpace: "pre-line", mb: 2, color: "text.secondary" }}>
      {rules.data.password_rules}
    </Typography>
  );
}
