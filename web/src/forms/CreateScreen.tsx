import type { ReactNode } from "react";
import { Create, SimpleForm } from "react-admin";
import { FormHeading } from "./FormHeading";

interface Props {
  resource: string;
  /** Key of the message catalogue. */
  title: string;
  defaults?: Record<string, unknown>;
  /** Where saving leads. */
  afterSave: (id: string | number) => string;
  children: ReactNode;
}

/** A full-page form of a new record. */
export function CreateScreen({ resource, title, defaults, afterSave, children }: Props) {
  return (
    <Create resource={resource} redirect={(_resource, id) => afterSave(id ?? "")} title={false}>
      <SimpleForm warnWhenUnsavedChanges sanitizeEmptyValues={false} {...(defaults && { defaultValues: defaults })}>
        <FormHeading title={title} />
        {children}
      </SimpleForm>
    </Create>
  );
}
