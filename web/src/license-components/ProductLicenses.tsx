import { Stack, ToggleButton, ToggleButtonGroup } from "@mui/material";
import { useStore, useTranslate } from "react-admin";
import type { Product } from "../api/types";
import { ApplyPolicyAction } from "./ApplyPolicyAction";
import { LicenseComponentTable } from "./LicenseComponentTable";
import { LicenseOverview } from "./LicenseOverview";
import { PolicyOfProduct } from "./PolicyOfProduct";

type View = "detail" | "overview";

/** The license components of a product, one by one or grouped by license. */
export default function ProductLicenses({ product }: { product: Product }) {
  const translate = useTranslate();
  const [view, setView] = useStore<View>("license_view", "detail");
  const Content = view === "overview" ? LicenseOverview : LicenseComponentTable;
  return (
    <>
      <Stack direction="row" useFlexGap sx={{ flexWrap: "wrap", alignItems: "center", columnGap: 2, rowGap: 1, mb: 1.5 }}>
        <ToggleButtonGroup size="small" exclusive value={view} onChange={(_, chosen: View | null) => chosen !== null && setView(chosen)} aria-label={translate("license.view")}>
          <ToggleButton value="detail">{translate("license.detail")}</ToggleButton>
          <ToggleButton value="overview">{translate("license.overview")}</ToggleButton>
        </ToggleButtonGroup>
        <PolicyOfProduct product={product} />
        <ApplyPolicyAction product={product} />
      </Stack>
      <Content key={product.id} product={product} />
    </>
  );
}
