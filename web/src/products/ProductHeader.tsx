import InventoryIcon from "@mui/icons-material/Inventory2";
import { useTranslate } from "react-admin";
import { can, Permission } from "../access/permissions";
import type { Product } from "../api/types";
import { HeaderCount } from "../app/HeaderCount";
import { PageHeader } from "../app/PageHeader";
import { ProductExportMenu } from "../exports/ProductExportMenu";
import { EditLink } from "../forms/EditLink";
import { LicenseCounts } from "../license-components/LicenseCounts";
import { productLicensesLink } from "../license-components/licenseComponentLink";
import { useHasLicenseCounts } from "../license-components/useHasLicenseCounts";
import { PrevNext } from "../navigation/PrevNext";
import { productObservationsLink } from "../observations/observationLink";
import { UploadMenu } from "../uploads/UploadMenu";
import { ActiveCounts } from "../values/ActiveCounts";
import { GateChip } from "../values/GateChip";
import { counted } from "./counted";
import { productPath } from "./productPath";

/** Who this product is, whether its gate is open, and how much there is to do. */
export function ProductHeader({ product }: { product: Product }) {
  const translate = useTranslate();
  const licenses = useHasLicenseCounts(product);
  return (
    <PageHeader
      title={product.name}
      icon={<InventoryIcon />}
      path={productPath(product, translate)}
      state={<GateChip passed={product.security_gate_passed} to={productObservationsLink(product.id, counted(product))} />}
      summary={<Counts product={product} />}
      actions={
        <>
          <PrevNext resource="products" light="product_names" id={product.id} />
          {can(product, Permission.ProductImport) ? <UploadMenu product={product} /> : null}
          <ProductExportMenu product={product.id} codeCharta licenses={licenses} />
          {can(product, Permission.ProductEdit) ? (
            <EditLink to={`/products/${product.id}`} />
          ) : null}
        </>
      }
    />
  );
}

function Counts({ product }: { product: Product }) {
  const translate = useTranslate();
  const licenses = useHasLicenseCounts(product);
  const branch = product.repository_default_branch;
  const label = (all: string, ofBranch: string) => (branch === null ? translate(all) : translate(ofBranch, { branch: product.repository_default_branch_name }));
  return (
    <>
      <HeaderCount label={label("fields.active_observations", "product.active_observations_of")}>
        <ActiveCounts record={product} linkTo={(severity) => productObservationsLink(product.id, { current_severity: [severity], ...counted(product) })} />
      </HeaderCount>
      {licenses ? (
        <HeaderCount label={label("license.components", "product.licenses_of")}>
          <LicenseCounts record={product} linkTo={(result) => productLicensesLink(product.id, { evaluation_result: result, ...counted(product) })} />
        </HeaderCount>
      ) : null}
    </>
  );
}
