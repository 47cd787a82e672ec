import { Box, Table, TableBody, TableCell, TableHead, TableRow, TableSortLabel } from "@mui/material";
import { useQuery } from "@tanstack/react-query";
import { ListContextProvider, useDataProvider, useListParams, useTranslate, type ListControllerResult } from "react-admin";
import type { ApiDataProvider } from "../api/dataProvider";
import type { LicenseComponentOverview, Product } from "../api/types";
import { ErrorCard } from "../app/ErrorCard";
import { FilterBar } from "../lists/FilterBar";
import { isSet } from "../lists/filters";
import { ListSkeleton } from "../lists/ListSkeleton";
import { NoRows } from "../lists/NoRows";
import { stateKeys } from "../navigation/context";
import { sharedFilters } from "./licenseComponentFilters";
import { OverviewRow } from "./OverviewRow";

const SORTABLE = ["branch_name", "effective_license_name", "evaluation_result"];

/** The license components of a product, counted by branch, license and evaluation. The filters are those of the detailed list. */
export function LicenseOverview({ product }: { product: Product }) {
  const translate = useTranslate();
  const dataProvider = useDataProvider<ApiDataProvider>();
  const branch = product.repository_default_branch;
  const [params, { setFilters, setSort }] = useListParams({
    resource: "license_components",
    storeKey: stateKeys.licenseComponentsOf(product.id),
    sort: { field: "evaluation_result", order: "ASC" },
    filterDefaultValues: branch === null ? {} : { branch },
  });
  const filters = sharedFilters(product);
  const known = filters.map(({ source }) => source);
  const filter = Object.fromEntries(Object.entries(params.filterValues as Record<string, unknown>).filter(([name, value]) => known.includes(name) && isSet(value)));
  const sort = SORTABLE.includes(params.sort) ? params.sort : "evaluation_result";
  const ordering = `${params.order === "DESC" ? "-" : ""}${sort}`;
  const query = { product: product.id, ordering, ...filter };
  const { data, error, isPending, refetch } = useQuery({
    queryKey: ["license_components", "license_overview", query],
    queryFn: ({ signal }) => dataProvider.call<LicenseComponentOverview>({ path: "/license_components/license_overview/", query, signal }),
  });
  const context = { ...params, filterValues: filter, setFilters, resource: "license_components", total: data?.count ?? 0 } as unknown as ListControllerResult;
  const columns = [...(product.has_branches ? ["branch_name"] : []), "effective_license_name", "evaluation_result", "num_components"];
  const heading = (source: string) => {
    const label = translate(`fields.${source}`);
    if (!SORTABLE.includes(source)) return label;
    const descending = sort === source && params.order === "DESC";
    return (
      <TableSortLabel active={sort === source} direction={descending ? "desc" : "asc"} onClick={() => setSort({ field: source, order: sort === source && !descending ? "DESC" : "ASC" })}>
        {label}
      </TableSortLabel>
    );
  };
  return (
    <Box component="section">
      <ListContextProvider value={context}>
        <Box sx={{ pb: 1.25 }}>
          <FilterBar filters={filters} />
        </Box>
        {error ? <ErrorCard error={error} onRetry={() => void refetch()} /> : null}
        {isPending ? <ListSkeleton /> : null}
        {data?.count === 0 ? <NoRows filtered={Object.keys(filter).length > 0} /> : null}
        {data !== undefined && data.count > 0 ? (
          <Box sx={{ overflowX: "auto" }} tabIndex={0} role="region" aria-label={translate("license.overview")}>
            <Table size="small">
              <TableHead>
                <TableRow>
                  <TableCell padding="checkbox" />
                  {columns.map((source) => (
                    <TableCell key={source} align={source === "num_components" ? "right" : "left"} aria-sort={sort === source ? (params.order === "DESC" ? "descending" : "ascending") : undefined}>
                      {heading(source)}
                    </TableCell>
                  ))}
                </TableRow>
              </TableHead>
              <TableBody>
                {data.results.map((group) => (
                  <OverviewRow
                    key={[group.branch_name, group.effective_license_type, group.effective_license_name, group.evaluation_result].join("\n")}
                    product={product}
                    group={group}
                    filter={filter}
                    columns={columns}
                  />
                ))}
              </TableBody>
            </Table>
          </Box>
        ) : null}
      </ListContextProvider>
    </Box>
  );
}
