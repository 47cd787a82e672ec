import { useListContext } from "react-admin";
import { listQuery, type Query } from "../api/listQuery";
import { ExportMenu } from "./ExportMenu";

/** The surrounding list of observations with its filters and its order. */
export function ObservationExportMenu() {
  const list = useListContext();
  const query = listQuery({ filter: { ...(list.filterValues as Query), ...(list.filter) }, sort: list.sort });
  return (
    <ExportMenu
      downloads={[
        { label: "export.list_excel", path: "/observations/export_excel/", query, name: "observations.xlsx" },
        { label: "export.list_csv", path: "/observations/export_csv/", query, name: "observations.csv" },
      ]}
    />
  );
}
