import { ACTIVE_STATUSES } from "../values/choices";
import { ExportMenu } from "./ExportMenu";
import type { Download } from "./useDownload";

interface Props {
  /** Id of a product or a group. */
  product: number;
  /** CodeCharta maps the source of one product; a group has none. */
  codeCharta?: boolean;
  /** Whether there are license components to export. */
  licenses?: boolean;
}

/** What can be taken out of a product or a group. */
export function ProductExportMenu({ product, codeCharta = false, licenses = false }: Props) {
  const observations = (format: string) => `/products/${product}/export_observations_${format}/`;
  const query = { product_id: product };
  const downloads: Download[] = [
    { label: "export.active_excel", path: observations("excel"), query: { status: ACTIVE_STATUSES }, name: "open_observations.xlsx" },
    { label: "export.active_csv", path: observations("csv"), query: { status: ACTIVE_STATUSES }, name: "open_observations.csv" },
    { label: "export.all_excel", path: observations("excel"), name: "all_observations.xlsx" },
    { label: "export.all_csv", path: observations("csv"), name: "all_observations.csv" },
    ...(licenses
      ? [
          { label: "export.licenses_excel", path: `/products/${product}/export_license_components_excel/`, name: "license_components.xlsx" },
          { label: "export.licenses_csv", path: `/products/${product}/export_license_components_csv/`, name: "license_components.csv" },
        ]
      : []),
    { label: "export.metrics_excel", path: "/metrics/export_excel/", query, name: "product_metrics.xlsx" },
    { label: "export.metrics_csv", path: "/metrics/export_csv/", query, name: "product_metrics.csv" },
    ...(codeCharta ? [{ label: "export.codecharta", path: "/metrics/export_codecharta/", query, name: "secobserve_codecharta_metrics.csv" }] : []),
  ];
  return <ExportMenu downloads={downloads} />;
}
