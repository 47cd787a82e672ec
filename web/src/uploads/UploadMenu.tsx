import UploadIcon from "@mui/icons-material/Upload";
import { Button, Menu, MenuItem } from "@mui/material";
import { lazy, Suspense, useState } from "react";
import { useTranslate } from "react-admin";
import type { Product } from "../api/types";
import { useFeature } from "../session/statusSettings";
import { OBSERVATIONS, SBOM, type UploadKind } from "./uploadKinds";

const UploadDialog = lazy(() => import("./UploadDialog"));

/** What can be brought into a product. */
export function UploadMenu({ product }: { product: Product }) {
  const translate = useTranslate();
  const licenses = useFeature("feature_license_management");
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const [kind, setKind] = useState<UploadKind | null>(null);

  const choose = (chosen: UploadKind) => {
    setAnchor(null);
    setKind(chosen);
  };
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
      {kind === null ? null : (
        <Suspense>
          <UploadDialog product={product} kind={kind} onClose={() => setKind(null)} />
        </Suspense>
      )}
    </>
  );
}
