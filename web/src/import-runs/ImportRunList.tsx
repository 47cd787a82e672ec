import type { ImportRun } from "../api/types";
import { EmptyList } from "../lists/EmptyList";
import type { Column } from "../lists/columns";
import type { ListFilter } from "../lists/filters";
import { RecordList } from "../lists/RecordList";
import { productObservationsLink } from "../observations/observationLink";
import { AGES, choices } from "../values/choices";
import { Duration } from "../values/Duration";
import { Moment } from "../values/Moment";
import { OutcomeChip } from "../values/OutcomeChip";
import { ImportedCount } from "./ImportedCount";

const PRODUCT: Column<ImportRun> = { source: "product_name", sortable: false };

const COLUMNS: readonly Column<ImportRun>[] = [
  { source: "started", opens: true, render: ({ started }) => <Moment timestamp={started} /> },
  { source: "outcome", chip: true, render: ({ outcome }) => <OutcomeChip outcome={outcome} /> },
  { source: "kind" },
  { source: "branch_name", auto: true },
  { source: "service_name", auto: true },
  { source: "scanner", auto: true },
  { source: "filename", auto: true, maxWidth: "18em" },
  { source: "observations_new", sortable: false, render: ({ id, product, observations_new }) => <ImportedCount count={observations_new} product={product} result="New" of={{ import_run: id }} /> },
  { source: "observations_updated", sortable: false },
  { source: "observations_resolved", sortable: false, render: ({ id, product, observations_resolved }) => <ImportedCount count={observations_resolved} product={product} result="Resolved" of={{ import_run: id }} /> },
  {
    source: "observations_reopened",
    sortable: false,
    auto: "count",
    render: ({ id, product, observations_reopened }) => <ImportedCount count={observations_reopened} product={product} result="Reopened" of={{ import_run: id }} />,
  },
  { source: "license_components_new", sortable: false, auto: "count" },
  { source: "username", auto: true },
  { source: "duration", render: ({ duration }) => <Duration milliseconds={duration} /> },
  { source: "message", sortable: false, auto: true, maxWidth: "20em" },
];

const OWN_FILTERS: readonly ListFilter[] = [
  { kind: "text", source: "filename", search: true },
  { kind: "choice", source: "outcome", choices: choices(["Success", "Failure"]) },
  { kind: "choice", source: "kind", choices: choices(["Observations", "SBOM"]) },
  { kind: "text", source: "scanner" },
  { kind: "text", source: "username" },
  { kind: "choice", source: "age", choices: choices(AGES) },
];

const FILTERS: readonly ListFilter[] = [...OWN_FILTERS, { kind: "reference", source: "product", reference: "product_names" }];

/** What was imported into a product, or into all, newest first; also what failed. A row opens the observations of its file. */
export default function ImportRunList({ product }: { product?: number }) {
  const all = product === undefined;
  return (
    <RecordList<ImportRun>
      key={product}
      resource="import_runs"
      stateKey={all ? "import_runs.list" : `import_runs.embedded.${product}`}
      tableKey={all ? "import_runs.list" : "import_runs.embedded"}
      sort={{ field: "started", order: "DESC" }}
      columns={all ? [...COLUMNS.slice(0, 2), PRODUCT, ...COLUMNS.slice(2)] : COLUMNS}
      filters={all ? FILTERS : OWN_FILTERS}
      {...(!all && { filter: { product } })}
      rowLink={observationsOf}
      empty={<EmptyList text="import_run.none" hint="import_run.none_hint" />}
      inAddress
      framed={all}
    />
  );
}

function observationsOf({ product, branch, service, filename }: ImportRun): string {
  return productObservationsLink(product, { ...(branch && { branch }), ...(service && { origin_service: service }), ...(filename && { upload_filename: filename }) });
}
