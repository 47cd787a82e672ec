import UploadIcon from "@mui/icons-material/Upload";
import { Backdrop, Button, Menu, MenuItem, Portal, Typography } from "@mui/material";
import { lazy, Suspense, useCallback, useState } from "react";
import { useTranslate } from "react-admin";
import type { Product } from "../api/types";
import { useFeature } from "../session/statusSettings";
import { OBSERVATIONS, SBOM, type UploadKind } from "./uploadKinds";
import { useDroppedFiles } from "./useDroppedFiles";

const UploadDialog = lazy(() => import("./UploadDialog"));

/** What can be brought into a product. Reports can be dropped anywhere on its page. */
export function UploadMenu({ product }: { product: Product }) {
  const translate = useTranslate();
  const licenses = useFeature("feature_license_management");
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const [kind, setKind] = useState<UploadKind | null>(null);
  const [dropped, setDropped] = useState<readonly File[]>([]);

  const choose = (chosen: UploadKind, files: readonly File[] = []) => {
    setAnchor(null);
    setDropped(files);
    setKind(chosen);
  };
  const drop = useCallback((files: File[]) => {
    setDropped(files);
    setKind(OBSERVATIONS);
  }, []);
  const dragging = useDroppedFiles(kind === null, drop);
  return (
    <>
      <Button size="small" startIcon={<UploadIcon />} aria-haspopup="menu" aria-expanded={anchor !== null} onClick={(event) => setAnchor(event.currentTarget)}>
        {translate("upload.import")}
      </Button>
      <Menu anchorEl={anchor} open={anchor !== null} onClose={() => setAnchor(null)}>
        {(licenses ? [OBSERVATIONS, SBOM] : [OBSERVATIONS]).map((entry) => (
          <MenuItem key={entry.title} onClick={() => choose(entry)}>
            {translate(entry.title)}
          </MenuItem>
        ))}
      </Menu>
      <Portal>
        <Backdrop open={dragging} sx={{ zIndex: "modal", pointerEvents: "none", color: "#fff", flexDirection: "column" }}>
          <UploadIcon sx={{ fontSize: 64 }} />
          <Typography variant="h5" component="p">
            {translate("upload.drop_anywhere", { product: product.name })}
          </Typography>
        </Backdrop>
      </Portal>
      {kind === null ? null : (
        <Suspense>
          <UploadDialog product={product} kind={kind} dropped={dropped} onClose={() => setKind(null)} />
        </Suspense>
      )}
    </>
  );
}
