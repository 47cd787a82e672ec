import type { LicensePolicyItem } from "../api/types";

type Values = Partial<LicensePolicyItem>;

/** An item as the server wants it: what is not set is sent as empty. */
export function itemRequest({ license_group, license, license_expression, non_spdx_license, evaluation_result, comment }: Values): object {
  return {
    license_group: license_group || null,
    license: license || null,
    license_expression: license_expression ?? "",
    non_spdx_license: non_spdx_license ?? "",
    ...(evaluation_result && { evaluation_result }),
    comment: comment ?? "",
  };
}

/** What an item is about, for people. */
export function subjectOf(item: LicensePolicyItem): string {
  return item.license_group_name || item.license_spdx_id || item.license_expression || item.non_spdx_license || "";
}

/** The items with one of them changed, added (id undefined) or taken away (values null), as a dry run wants them. */
export function itemsWith(items: readonly LicensePolicyItem[], id: number | undefined, values: Values | null): object[] {
  const others = items.filter((item) => item.id !== id).map(itemRequest);
  return values === null ? others : [...others, itemRequest(values)];
}
