import { useDataProvider, useRecordContext, useResourceContext, useTranslate, type RaRecord } from "react-admin";
import { useNavigate } from "react-router-dom";
import { ConfirmedAction } from "../dialogs/ConfirmedAction";

/** Deletes the record of the surrounding form, once that has been confirmed, and leaves for the list. */
export function DeleteRecordAction<T extends RaRecord>({ name, after }: { name: string; after: string }) {
  const translate = useTranslate();
  const navigate = useNavigate();
  const dataProvider = useDataProvider();
  const record = useRecordContext<T>();
  const resource = useResourceContext() ?? "";
  if (record === undefined) return null;
  return (
    <ConfirmedAction
      label="ra.action.delete"
      title="action.delete_title"
      question="action.delete_question"
      success="action.deleted"
      names={{ kind: translate(`resources.${resource}.name`, { smart_count: 1 }), name }}
      call={() => dataProvider.delete(resource, { id: record.id })}
      onDone={() => void navigate(after)}
    />
  );
}
