import { Alert, AlertTitle, Box, Link, Stack } from "@mui/material";
import { useTranslate } from "react-admin";
import { Link as RouterLink } from "react-router-dom";
import type { BulkResult } from "./runBulk";

interface Props {
  result: BulkResult;
  /** Where a row that was left out is seen. */
  link: (id: number) => string;
  /** What a row is called, as far as it is known. */
  name: (id: number) => string | undefined;
}

const NAMED = 10;

/** What became of each row of a bulk action. */
export function BulkReport({ result, link, name }: Props) {
  const translate = useTranslate();
  return (
    <Stack spacing={2}>
      <Alert severity={result.done.length > 0 ? "success" : "info"}>{translate("bulk.done", { smart_count: result.done.length })}</Alert>
      {result.failures.map(({ ids, message }) => (
        <Alert key={message} severity="warning" sx={{ alignItems: "flex-start" }}>
          <AlertTitle>{translate("bulk.left_out", { smart_count: ids.length })}</AlertTitle>
          {translate(message, { _: message })}
          <Box component="ul" sx={{ m: 0, mt: 1, pl: 2.5 }}>
            {ids.slice(0, NAMED).map((id) => (
              <li key={id}>
                <Link component={RouterLink} to={link(id)} sx={{ overflowWrap: "anywhere" }}>
                  {name(id) ?? `#${id}`}
                </Link>
              </li>
            ))}
            {ids.length > NAMED ? <li>{translate("bulk.more", { count: ids.length - NAMED })}</li> : null}
          </Box>
        </Alert>
      ))}
    </Stack>
  );
}
