import DeleteIcon from "@mui/icons-material/Delete";
import type { ReactElement } from "react";
import type { BulkAction } from "./bulkAction";
import { DeleteRecordsDialog } from "./DeleteRecordsDialog";

interface Options {
  resource: string;
  /** Key of the message catalogue: what it is called to delete such a thing. */
  label?: string;
  icon?: ReactElement;
  /** Where a record is seen that could not be deleted. */
  link: (id: number) => string;
}

/** Deletes several records that the API deletes one by one. */
export function deleteRecordsAction({ resource, label = "ra.action.delete", icon = <DeleteIcon />, link }: Options): BulkAction {
  return {
    label,
    icon,
    danger: true,
    dialog: (props) => <DeleteRecordsDialog {...props} resource={resource} label={label} link={link} />,
  };
}
