import { Stack } from "@mui/material";
import type { ReactNode } from "react";
import { DeleteWithConfirmButton, Edit, SaveButton, SimpleForm, Toolbar, useRecordContext, type RaRecord } from "react-admin";
import { COMPLETE } from "../api/completeRecord";
import { FormHeading } from "./FormHeading";

interface Props<T extends RaRecord> {
  resource: string;
  /** Of the browser tab: the record's name. */
  name: (record: T) => string;
  mayDelete: (record: T) => boolean;
  transform?: (values: T) => T;
  /** Attributes that are sent even when they are unchanged. */
  always?: readonly string[];
  /** Where saving leads. */
  afterSave: (id: T["id"]) => string;
  afterDelete?: string;
  children: ReactNode;
}

/** A full-page form of an existing record, with a delete button for those who may. */
export function EditScreen<T extends RaRecord>(props: Props<T>) {
  const { resource, name, mayDelete, transform, always, afterSave, afterDelete = "list", children } = props;
  return (
    <Edit
      resource={resource}
      mutationMode="pessimistic"
      redirect={(_resource, id) => afterSave(id as T["id"])}
      title={false}
      actions={false}
      queryOptions={{ meta: COMPLETE }}
      mutationOptions={{ meta: always === undefined ? COMPLETE : { ...COMPLETE, always } }}
      {...(transform && { transform: (values: unknown) => transform(values as T) })}
    >
      <SimpleForm warnWhenUnsavedChanges toolbar={<EditToolbar mayDelete={mayDelete} afterDelete={afterDelete} />}>
        <EditHeading name={name} />
        {children}
      </SimpleForm>
    </Edit>
  );
}

function EditHeading<T extends RaRecord>({ name }: { name: (record: T) => string }) {
  const record = useRecordContext<T>();
  return <FormHeading title="ra.action.edit" {...(record !== undefined && { name: name(record) })} />;
}

function EditToolbar<T extends RaRecord>({ mayDelete, afterDelete }: { mayDelete: (record: T) => boolean; afterDelete: string }) {
  const record = useRecordContext<T>();
  return (
    <Toolbar>
      <Stack direction="row" sx={{ width: "100%", justifyContent: "space-between" }}>
        <SaveButton alwaysEnable />
        {record !== undefined && mayDelete(record) ? <DeleteWithConfirmButton mutationMode="pessimistic" redirect={afterDelete} /> : null}
      </Stack>
    </Toolbar>
  );
}
