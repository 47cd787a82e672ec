import { Box, Stack, Table, TableBody, TableCell, TableHead, TableRow, Typography } from "@mui/material";
import { useTranslate } from "react-admin";
import type { LicensePolicySimulation } from "../api/types";
import { licenseComponentLink, productLicensesLink } from "../license-components/licenseComponentLink";
import { LicenseCounts } from "../license-components/LicenseCounts";
import type { LicenseCounted } from "../license-components/licenseCounts";
import { EvaluationChip } from "../values/EvaluationChip";
import { PlaceLink } from "../values/PlaceLink";

type Counts = LicensePolicySimulation["products"][number]["before"];

const counted = (counts: Counts): LicenseCounted => ({
  forbidden_licenses_count: counts.forbidden,
  review_required_licenses_count: counts.review_required,
  unknown_licenses_count: counts.unknown,
  allowed_licenses_count: counts.allowed,
  ignored_licenses_count: counts.ignored,
});

/** What a change of a license policy would change: products with their numbers, then components. */
export function SimulationResult({ result }: { result: LicensePolicySimulation }) {
  const translate = useTranslate();
  const { changed, products, components } = result;
  return (
    <Stack spacing={2} sx={{ mt: 2 }} aria-live="polite">
      <Typography>{translate("license_policy.would_change", { smart_count: changed })}</Typography>
      {products.length > 0 ? (
        <Scrolled label={translate("menu.products")}>
          <TableHead>
            <TableRow>
              <TableCell>{translate("fields.product")}</TableCell>
              <TableCell align="right">{translate("license_policy.changed")}</TableCell>
              <TableCell>{translate("license_policy.before")}</TableCell>
              <TableCell>{translate("license_policy.after")}</TableCell>
            </TableRow>
          </TableHead>
          <TableBody>
            {products.map((product) => (
              <TableRow key={product.product}>
                <TableCell>
                  <PlaceLink to={productLicensesLink(product.product)}>{product.product_name}</PlaceLink>
                </TableCell>
                <TableCell align="right">{product.changed}</TableCell>
                <TableCell>
                  <LicenseCounts record={counted(product.before)} />
                </TableCell>
                <TableCell>
                  <LicenseCounts record={counted(product.after)} />
                </TableCell>
              </TableRow>
            ))}
          </TableBody>
        </Scrolled>
      ) : null}
      {components.length > 0 ? (
        <Scrolled label={translate("license.components")}>
          <TableHead>
            <TableRow>
              <TableCell>{translate("fields.component")}</TableCell>
              <TableCell>{translate("fields.effective_license_name")}</TableCell>
              <TableCell>{translate("license_policy.before")}</TableCell>
              <TableCell>{translate("license_policy.after")}</TableCell>
            </TableRow>
          </TableHead>
          <TableBody>
            {components.map((component) => (
              <TableRow key={component.id}>
                <TableCell>
                  <PlaceLink to={licenseComponentLink(component.id)}>{component.component_name_version}</PlaceLink>
                </TableCell>
                <TableCell>{component.effective_license_name}</TableCell>
                <TableCell>
                  <EvaluationChip result={component.before} />
                </TableCell>
                <TableCell>
                  <EvaluationChip result={component.after} />
                </TableCell>
              </TableRow>
            ))}
          </TableBody>
        </Scrolled>
      ) : null}
    </Stack>
  );
}

function Scrolled({ label, children }: { label: string; children: React.ReactNode }) {
  return (
    <Box sx={{ overflow: "auto", maxHeight: "40vh" }} tabIndex={0} role="region" aria-label={label}>
      <Table size="small" stickyHeader>
        {children}
      </Table>
    </Box>
  );
}
