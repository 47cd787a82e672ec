import { Button, Dialog, DialogActions, DialogContent, DialogTitle, LinearProgress, Stack } from "@mui/material";
import { useId, useState } from "react";
import { Form, ResourceContextProvider, useNotify, useRefresh, useTranslate } from "react-admin";
import type { Product } from "../api/types";
import { LineInput } from "../forms/LineInput";
import { ReferenceChoice } from "../forms/ReferenceChoice";
import { DropZone } from "./DropZone";
import { FileTable } from "./FileTable";
import { acceptable, MAX_FILES, type UploadValues } from "./upload";
import type { UploadKind } from "./uploadKinds";
import { useUpload } from "./useUpload";

interface Props {
  product: Product;
  kind: UploadKind;
  /** Files to begin with. */
  dropped: readonly File[];
  onClose: () => void;
}

/** Uploads reports or SBOMs to a product. Stays open to show the result of each file. */
export default function UploadDialog({ product, kind, dropped, onClose }: Props) {
  const translate = useTranslate();
  const notify = useNotify();
  const refresh = useRefresh();
  const form = useId();
  const heading = useId();
  const [files, setFiles] = useState<File[]>(() => acceptable(dropped, kind).accepted.slice(0, MAX_FILES));
  const [branch, setBranch] = useState<number | null>(null);
  const { states, running, start } = useUpload(kind, product.id);
  const started = states.length > 0;

  const add = (chosen: File[]) => {
    const { accepted, refused } = acceptable(chosen, kind);
    if (refused.length > 0) notify("upload.refused", { type: "warning", messageArgs: { names: refused.join(", ") } });
    const all = [...files, ...accepted];
    if (all.length > MAX_FILES) notify("upload.too_many", { type: "warning", messageArgs: { max: MAX_FILES } });
    setFiles(all.slice(0, MAX_FILES));
  };
  const close = () => {
    if (running) return;
    if (started) refresh();
    onClose();
  };
  const submit = (values: UploadValues) => {
    setBranch(values.branch ?? null);
    return start(files, values);
  };
  const ended = states.filter(({ is }) => is === "done" || is === "failed").length;
  const initial = { branch: product.repository_default_branch };
  return (
    <Dialog open fullWidth maxWidth="sm" aria-labelledby={heading} onClose={(_event, reason: string) => reason !== "backdropClick" && close()}>
      <DialogTitle id={heading}>{translate(kind.title)}</DialogTitle>
      <DialogContent>
        <ResourceContextProvider value="uploads">
          <Form id={form} record={initial} onSubmit={submit}>
            <Stack spacing={1}>
              {started ? null : <DropZone extensions={kind.extensions} disabled={running} onFiles={add} />}
              {running ? <LinearProgress variant="determinate" value={(100 * ended) / files.length} aria-label={translate("upload.progress", { done: ended, total: files.length })} /> : null}
              <FileTable
                kind={kind}
                product={product.id}
                branch={branch}
                files={files}
                states={states}
                onRemove={(index) => setFiles(files.filter((_, other) => other !== index))}
                onLeave={close}
              />
              {started ? null : <Target product={product} kind={kind} />}
            </Stack>
          </Form>
        </ResourceContextProvider>
      </DialogContent>
      <DialogActions>
        {started ? (
          <Button variant="contained" disabled={running} onClick={close}>
            {translate("upload.done")}
          </Button>
        ) : (
          <>
            <Button color="inherit" onClick={close}>
              {translate("ra.action.cancel")}
            </Button>
            <Button type="submit" form={form} variant="contained" disabled={files.length === 0}>
              {translate("upload.start")}
            </Button>
          </>
        )}
      </DialogActions>
    </Dialog>
  );
}

/** Where the findings belong to. */
function Target({ product, kind }: { product: Product; kind: UploadKind }) {
  return (
    <>
      {product.has_branches ? <ReferenceChoice source="branch" reference="branch_names" filter={{ product: product.id }} /> : null}
      {product.has_services ? <ReferenceChoice source="service_id" reference="service_names" filter={{ product: product.id }} /> : null}
      {kind.origins ? (
        <>
          <LineInput source="docker_image_name_tag" max={513} helperText={false} />
          <LineInput source="endpoint_url" max={2048} helperText={false} />
          <LineInput source="kubernetes_cluster" helperText={false} />
        </>
      ) : null}
    </>
  );
}
