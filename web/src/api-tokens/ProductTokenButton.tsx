import AddIcon from "@mui/icons-material/Add";
import { Box, Typography } from "@mui/material";
import { lazy } from "react";
import { useListContext, useTranslate } from "react-admin";
import type { Product, ProductGroup } from "../api/types";
import { DialogButton } from "../dialogs/DialogButton";
import { useFeature } from "../session/statusSettings";

const CreateProductTokenDialog = lazy(() => import("./CreateProductTokenDialog"));

/** Offers a token, or says why there can be no further one. */
export function ProductTokenButton({ product }: { product: Product | ProductGroup }) {
  const translate = useTranslate();
  const several = useFeature("feature_multiple_api_tokens");
  const { total = 0 } = useListContext();
  const full = total > 0 && !several;
  return (
    <Box sx={{ display: "flex", alignItems: "center", gap: 1, flexWrap: "wrap" }}>
      {full ? (
        <Typography variant="body2" sx={{ color: "text.secondary" }}>
          {translate("token.only_one")}
        </Typography>
      ) : null}
      <DialogButton label="token.create" icon={<AddIcon />} variant="contained" disabled={full} dialog={(close) => <CreateProductTokenDialog product={product} onClose={close} />} />
    </Box>
  );
}
