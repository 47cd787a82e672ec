import { Box } from "@mui/material";
import { useTranslate } from "react-admin";
import type { EvaluationReason as Reason } from "../api/types";
import { licenseGroupLink } from "../license-groups/licenseGroupLink";
import { PlaceLink } from "../values/PlaceLink";

interface Props {
  reason: Reason;
  /** Name of the license group that decided; empty where it is not told. */
  group: string;
}

/** Which rule of the policy has decided. */
export function EvaluationReason({ reason, group }: Props) {
  const translate = useTranslate();
  const { decider = "", subject = "", license_group: groupId, from_parent: inherited } = reason;
  if (decider === "") return null;
  return (
    <Box component="span" sx={{ "& a": { textDecoration: "underline" } }}>
      {translate(`license.decided_by.${decider}`, { subject })}
      {groupId && group !== "" ? (
        <>
          {": "}
          <PlaceLink to={licenseGroupLink(groupId)}>{group}</PlaceLink>
        </>
      ) : null}
      {inherited ? ` (${translate("license.inherited")})` : null}
    </Box>
  );
}
