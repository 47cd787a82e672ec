import { Box, Stack, Typography } from "@mui/material";
import { useTranslate } from "react-admin";
import { useCurrentUser } from "../session/session";
import { Labelled } from "../values/Labelled";
import { originBlocks, type Located } from "./originBlocks";

/** Where an observation was found; only the kinds of places that it has. */
export function Origins({ observation }: { observation: Located }) {
  const translate = useTranslate();
  const preference = useCurrentUser()?.setting_package_info_preference;
  return (
    <Stack spacing={2}>
      {originBlocks(observation, preference).map(({ title, entries }) => (
        <Box key={title}>
          <Typography variant="subtitle2" component="h3" gutterBottom>
            {translate(title)}
          </Typography>
          <Stack direction="row" useFlexGap sx={{ flexWrap: "wrap", columnGap: 4, rowGap: 1 }}>
            {entries.map(({ field, value }) => (
              <Labelled key={field} label={`origin.parts.${field}`}>
                {value}
              </Labelled>
            ))}
          </Stack>
        </Box>
      ))}
    </Stack>
  );
}
