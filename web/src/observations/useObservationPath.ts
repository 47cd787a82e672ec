import { useGetOne, useTranslate } from "react-admin";
import type { Observation } from "../api/types";
import type { Crumb } from "../app/Crumbs";
import { productGroupLink } from "../product-groups/productGroupLink";
import { productLink } from "../products/productLink";
import { productObservationsLink } from "./observationLink";

type Placed = Pick<Observation, "product" | "product_data" | "branch_name"> & Partial<Pick<Observation, "branch">>;

/** Group › product › branch of an observation. */
export function useObservationPath({ product, product_data, branch, branch_name }: Placed): Crumb[] {
  const translate = useTranslate();
  const group = product_data.product_group ?? null;
  // The observation tells the group's id only.
  const { data } = useGetOne<{ id: number; name: string }>("product_group_names", { id: group ?? 0 }, { enabled: group !== null, staleTime: Infinity });
  return [
    ...(group === null ? [{ name: translate("menu.products"), to: "/products" }] : data === undefined ? [] : [{ name: data.name, to: productGroupLink(group) }]),
    { name: product_data.name, to: productLink(product) },
    ...(branch ? [{ name: branch_name, to: productObservationsLink(product, { branch }) }] : []),
  ];
}
