import TranslateIcon from "@mui/icons-material/Translate";
import { useTranslate } from "react-admin";
import type { Parser } from "../api/types";
import { PageHeader } from "../app/PageHeader";
import type { Column } from "../lists/columns";
import type { ListFilter } from "../lists/filters";
import { RecordList } from "../lists/RecordList";
import { choices, PARSER_SOURCES, PARSER_TYPES } from "../values/choices";

const COLUMNS: readonly Column<Parser>[] = [
  { source: "name", opens: true },
  { source: "type" },
  { source: "source" },
];

const FILTERS: readonly ListFilter[] = [
  { kind: "text", source: "name", search: true },
  { kind: "choice", source: "type", choices: choices(PARSER_TYPES) },
  { kind: "choice", source: "source", choices: choices(PARSER_SOURCES) },
];

/** The formats and sources that can be read. */
export default function ParserList() {
  const translate = useTranslate();
  return (
    <>
      <PageHeader title={translate("menu.parsers")} icon={<TranslateIcon />} />
      <RecordList<Parser> resource="parsers" stateKey="parsers.list" sort={{ field: "name", order: "ASC" }} columns={COLUMNS} filters={FILTERS} inAddress framed />
    </>
  );
}
