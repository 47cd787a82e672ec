import type { ReactNode } from "react";
import { CreateBase, useTranslate } from "react-admin";
import type { Crumb } from "../app/Crumbs";
import { FormCard } from "./FormCard";
import { FormHeading } from "./FormHeading";
import { FormToolbar } from "./FormToolbar";

interface Props {
  resource: string;
  /** Key of the message catalogue. */
  title: string;
  /** The list that the record will be in: address and key of its name. */
  list: { to: string; label: string };
  defaults?: Record<string, unknown>;
  /** Whether it can be saved without a change, as forms with a text in Markdown can. */
  alwaysEnable?: boolean;
  /** Where saving leads. */
  afterSave: (id: string | number) => string;
  children: ReactNode;
}

/** A full-page form of a new record. */
export function CreateScreen({ resource, title, list, defaults, alwaysEnable = false, afterSave, children }: Props) {
  const translate = useTranslate();
  const path: Crumb[] = [{ name: translate(list.label), to: list.to }];
  return (
    <CreateBase resource={resource} redirect={(_resource, id) => afterSave(id ?? "")}>
      <FormHeading title={title} path={path} />
      <FormCard toolbar={<FormToolbar alwaysEnable={alwaysEnable} />} {...(defaults && { defaults })}>
        {children}
      </FormCard>
    </CreateBase>
  );
}
