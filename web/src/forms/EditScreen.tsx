import type { ReactNode } from "react";
import { EditBase, useEditContext, useRecordContext, type RaRecord } from "react-admin";
import { COMPLETE } from "../api/completeRecord";
import type { Crumb } from "../app/Crumbs";
import { ErrorCard } from "../app/ErrorCard";
import { ScreenSkeleton } from "../app/ScreenSkeleton";
import { DeleteRecordAction } from "./DeleteRecordAction";
import { FormCard } from "./FormCard";
import { FormHeading } from "./FormHeading";
import { FormToolbar } from "./FormToolbar";

interface Props<T extends RaRecord> {
  resource: string;
  /** What the record belongs to, ending with the record itself. */
  path: (record: T) => readonly Crumb[];
  mayDelete: (record: T) => boolean;
  transform?: (values: T) => T;
  /** Attributes that are sent even when they are unchanged. */
  always?: readonly string[];
  /** Whether it can be saved without a change, as forms with a text in Markdown can. */
  alwaysEnable?: boolean;
  /** Where saving leads. */
  afterSave: (id: T["id"]) => string;
  afterDelete: string;
  children: ReactNode;
}

/** A full-page form of an existing record, with a delete button for those who may. */
export function EditScreen<T extends RaRecord>(props: Props<T>) {
  const { resource, path, mayDelete, transform, always, alwaysEnable = false, afterSave, afterDelete, children } = props;
  return (
    <EditBase
      resource={resource}
      mutationMode="pessimistic"
      redirect={(_resource, id) => afterSave(id as T["id"])}
      queryOptions={{ meta: COMPLETE }}
      mutationOptions={{ meta: always === undefined ? COMPLETE : { ...COMPLETE, always } }}
      {...(transform && { transform: (values: unknown) => transform(values as T) })}
    >
      <Content path={path} mayDelete={mayDelete} alwaysEnable={alwaysEnable} afterDelete={afterDelete}>
        {children}
      </Content>
    </EditBase>
  );
}

type ContentProps<T extends RaRecord> = Pick<Props<T>, "path" | "mayDelete" | "afterDelete" | "children"> & { alwaysEnable: boolean };

function Content<T extends RaRecord>({ path, mayDelete, alwaysEnable, afterDelete, children }: ContentProps<T>) {
  const { error, refetch } = useEditContext<T>();
  const record = useRecordContext<T>();
  if (record === undefined) return error ? <ErrorCard error={error} onRetry={() => void refetch()} /> : <ScreenSkeleton />;
  const crumbs = path(record);
  const remove = mayDelete(record) ? <DeleteRecordAction name={crumbs.at(-1)?.name ?? ""} after={afterDelete} /> : null;
  return (
    <>
      <FormHeading title="ra.action.edit" path={crumbs} />
      <FormCard toolbar={<FormToolbar alwaysEnable={alwaysEnable} danger={remove} />}>{children}</FormCard>
    </>
  );
}
