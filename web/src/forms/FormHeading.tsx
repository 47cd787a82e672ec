import { useTranslate } from "react-admin";
import type { Crumb } from "../app/Crumbs";
import { PageHeader } from "../app/PageHeader";

interface Props {
  /** Key of the message catalogue. */
  title: string;
  path: readonly Crumb[];
}

/** The header of a full-page form: what is done, and to what. */
export function FormHeading({ title, path }: Props) {
  const translate = useTranslate();
  return <PageHeader title={translate(title)} path={path} />;
}
