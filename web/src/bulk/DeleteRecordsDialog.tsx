import { useDataProvider, useTranslate } from "react-admin";
import type { BulkDialogProps } from "./bulkAction";
import { BulkConfirmDialog } from "./BulkConfirmDialog";

interface Props extends BulkDialogProps {
  resource: string;
  /** Key of the message catalogue: what it is called to delete such a thing. */
  label: string;
  link: (id: number) => string;
}

/** Asks before several records are deleted one by one. */
export function DeleteRecordsDialog({ resource, label, ...props }: Props) {
  const translate = useTranslate();
  const dataProvider = useDataProvider();
  const kind = translate(`resources.${resource}.name`, { smart_count: props.ids.length });
  return (
    <BulkConfirmDialog
      {...props}
      danger
      size={1}
      title={label}
      question="bulk.delete_question"
      success="bulk.deleted"
      names={{ action: translate(label), kind }}
      confirm={label}
      call={async (ids) => {
        for (const id of ids) await dataProvider.delete(resource, { id });
      }}
    />
  );
}
