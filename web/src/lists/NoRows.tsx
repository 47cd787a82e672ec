import { Button, Stack, Typography } from "@mui/material";
import { useListContext, useTranslate } from "react-admin";

/** A list without rows; when filters are the reason, they can be cleared here. */
export function NoRows({ filtered }: { filtered: boolean }) {
  const translate = useTranslate();
  const { resource, setFilters } = useListContext();
  const name = translate(`resources.${resource}.name`, { smart_count: 2, _: resource });
  return (
    <Stack spacing={1} role="status" sx={{ alignItems: "center", py: 4, px: 2, color: "text.secondary", textAlign: "center" }}>
      <Typography variant="body2">{translate(filtered ? "list.none_filtered" : "list.none", { name: /^\p{Lu}\p{Ll}/u.test(name) ? name.charAt(0).toLowerCase() + name.slice(1) : name })}</Typography>
      {filtered ? (
        <Button size="small" onClick={() => setFilters({}, {})}>
          {translate("filter.clear")}
        </Button>
      ) : null}
    </Stack>
  );
}
