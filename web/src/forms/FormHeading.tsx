import { Typography } from "@mui/material";
import { useTranslate } from "react-admin";
import { PageTitle } from "../app/PageTitle";

interface Props {
  /** Key of the message catalogue. */
  title: string;
  /** Of the record, or a key of the message catalogue. */
  name?: string;
}

/** The heading of a full-page form. */
export function FormHeading({ title, name }: Props) {
  const translate = useTranslate();
  return (
    <Typography variant="h5" component="h1" gutterBottom sx={{ overflowWrap: "anywhere" }}>
      <PageTitle parts={[title, name]} />
      {[title, name].filter((part) => part !== undefined).map((part) => translate(part, { _: part })).join(": ")}
    </Typography>
  );
}
