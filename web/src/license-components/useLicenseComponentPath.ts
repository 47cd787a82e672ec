import { useGetOne, useTranslate } from "react-admin";
import type { LicenseComponent } from "../api/types";
import type { Crumb } from "../app/Crumbs";
import { productLink } from "../products/productLink";
import { productLicensesLink } from "./licenseComponentLink";

type Placed = Pick<LicenseComponent, "product"> & Partial<Pick<LicenseComponent, "branch" | "branch_name">>;

/** The name of a product of which only the id is known; its number until then. */
export function useProductName(product: number): string {
  const { data } = useGetOne<{ id: number; name: string }>("product_names", { id: product }, { staleTime: Infinity });
  return data?.name ?? `#${product}`;
}

/** Product › its license components › those of the branch. */
export function useLicenseComponentPath({ product, branch, branch_name }: Placed): Crumb[] {
  const translate = useTranslate();
  const name = useProductName(product);
  return [
    { name, to: productLink(product) },
    { name: translate("license.components"), to: productLicensesLink(product) },
    ...(branch && branch_name ? [{ name: branch_name, to: productLicensesLink(product, { branch }) }] : []),
  ];
}
