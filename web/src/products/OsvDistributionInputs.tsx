import { useTranslate } from "react-admin";
import { useWatch } from "react-hook-form";
import { ChoiceInput } from "../forms/ChoiceInput";
import { LineInput } from "../forms/LineInput";
import { choices, OSV_LINUX_DISTRIBUTIONS } from "../values/choices";
import { OutsideLink } from "../values/OutsideLink";

const OSV_SCHEMA = "https://ossf.github.io/osv-schema/#affectedpackage-field";

/** The Linux distribution whose advisories OSV is asked for. */
export function OsvDistributionInputs() {
  const translate = useTranslate();
  const distribution = useWatch({ name: "osv_linux_distribution" }) as string | undefined;
  return (
    <>
      <ChoiceInput source="osv_linux_distribution" choices={choices(OSV_LINUX_DISTRIBUTIONS)} helperText={false} />
      {distribution ? <LineInput source="osv_linux_release" helperText={<OutsideLink to={OSV_SCHEMA}>{translate("product.osv_release_help")}</OutsideLink>} /> : null}
    </>
  );
}
