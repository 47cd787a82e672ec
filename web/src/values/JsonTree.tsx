import { Box, Button, Stack } from "@mui/material";
import { useMemo, useState } from "react";
import { useTranslate } from "react-admin";
import { JsonBranch } from "./JsonBranch";
import { sizeOf } from "./jsonNodes";

/** Up to so many values are all shown at first. */
const SMALL = 200;
/** Drawing more at once would make the browser stand still. */
const MOST_SHOWN = 5000;
/** As many levels of a large one are open at first. */
const FIRST_LEVELS = 2;

/** An object or array of JSON whose parts can be opened and closed. */
export function JsonTree({ value }: { value: object }) {
  const translate = useTranslate();
  const size = useMemo(() => sizeOf(value, MOST_SHOWN), [value]);
  const [levels, setLevels] = useState(size <= SMALL ? Infinity : FIRST_LEVELS);
  // A new key forgets what was opened and closed by hand.
  const [round, setRound] = useState(0);
  const show = (count: number) => {
    setLevels(count);
    setRound(round + 1);
  };
  return (
    <Box sx={{ fontSize: "0.8125rem" }}>
      <Stack direction="row" spacing={1}>
        {size < MOST_SHOWN ? (
          <Button size="small" onClick={() => show(Infinity)}>
            {translate("json.open_all")}
          </Button>
        ) : null}
        <Button size="small" onClick={() => show(1)}>
          {translate("json.close_all")}
        </Button>
      </Stack>
      <JsonBranch key={round} value={value} levels={levels} />
    </Box>
  );
}
