import { Box, Button, Dialog, DialogActions, DialogContent, DialogTitle, LinearProgress, Stack } from "@mui/material";
import { useId, useState } from "react";
import { useTranslate } from "react-admin";
import type { BranchName, Product } from "../api/types";
import { ErrorCard } from "../app/ErrorCard";
import { productObservationsLink } from "../observations/observationLink";
import { Labelled } from "../values/Labelled";
import { PlaceLink } from "../values/PlaceLink";
import { BranchSelect } from "./BranchSelect";
import { useComparison } from "./useComparison";

/** Which findings are active in one branch, or version, of a product and not in another one: what an update has fixed, and what came with it. */
export default function CompareBranchesDialog({ product, onClose }: { product: Product; onClose: () => void }) {
  const translate = useTranslate();
  const heading = useId();
  const { repository_default_branch: id, repository_default_branch_name: name } = product;
  const [first, setFirst] = useState<BranchName | null>(id === null ? null : { id, name });
  const [second, setSecond] = useState<BranchName | null>(null);
  const { comparison, error, retry } = useComparison(product.id, first?.id, second?.id);
  const chosen = first !== null && second !== null;
  const only = (branch: BranchName, other: BranchName, count: number) => (
    <Labelled label="branch.only_in" names={{ name: branch.name }}>
      <PlaceLink to={productObservationsLink(product.id, { branch: branch.id, not_active_in_branch: other.id })}>{String(count)}</PlaceLink>
    </Labelled>
  );
  return (
    <Dialog open fullWidth maxWidth="sm" onClose={onClose} aria-labelledby={heading}>
      <DialogTitle id={heading}>{translate("branch.compare_title")}</DialogTitle>
      <DialogContent>
        <Stack direction={{ xs: "column", sm: "row" }} spacing={2} sx={{ pt: 1 }}>
          <BranchSelect product={product.id} label={translate("branch.first")} value={first} onChange={setFirst} autoFocus={first === null} />
          <BranchSelect product={product.id} label={translate("branch.second")} value={second} onChange={setSecond} autoFocus={first !== null} />
        </Stack>
        <Box sx={{ pt: 2, minHeight: "7em" }} aria-live="polite">
          {error === null ? null : <ErrorCard error={error} onRetry={retry} />}
          {chosen && comparison === undefined && error === null ? <LinearProgress aria-label={translate("page.loading")} /> : null}
          {chosen && comparison !== undefined ? (
            <Stack direction={{ xs: "column", sm: "row" }} spacing={4}>
              {only(first, second, comparison.onlyFirst)}
              {only(second, first, comparison.onlySecond)}
              <Labelled label="branch.in_both">{String(comparison.both)}</Labelled>
            </Stack>
          ) : null}
        </Box>
      </DialogContent>
      <DialogActions>
        <Button variant="contained" onClick={onClose}>
          {translate("ra.action.close")}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
