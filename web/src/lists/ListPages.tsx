import { Pagination, useListContext } from "react-admin";
import { ROWS_PER_PAGE } from "../values/choices";

/** Pages, unless even the shortest one holds all rows. */
export function ListPages() {
  const { total = 0 } = useListContext();
  return total > ROWS_PER_PAGE[0] ? <Pagination rowsPerPageOptions={[...ROWS_PER_PAGE]} /> : null;
}
