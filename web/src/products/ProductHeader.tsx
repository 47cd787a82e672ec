import EditIcon from "@mui/icons-material/Edit";
import { Box, Button, Card, Stack, Typography } from "@mui/material";
import { useTranslate } from "react-admin";
import { Link } from "react-router-dom";
import { can, Permission } from "../access/permissions";
import type { Product } from "../api/types";
import { PrevNext } from "../navigation/PrevNext";
import { productObservationsLink } from "../observations/observationLink";
import { UploadMenu } from "../uploads/UploadMenu";
import { ActiveCounts } from "../values/ActiveCounts";
import { GateChip } from "../values/GateChip";
import { PlaceLink } from "../values/PlaceLink";

/** Who this product is, whether its gate is open, and how much there is to do. */
export function ProductHeader({ product }: { product: Product }) {
  const translate = useTranslate();
  const branch = product.repository_default_branch;
  const counted = branch === null ? {} : { branch };
  return (
    <>
      <Card sx={{ px: 2, py: 1.5, mb: 1 }}>
        <Stack direction="row" useFlexGap spacing={3} sx={{ alignItems: "center", justifyContent: "space-between", flexWrap: "wrap" }}>
          <Box sx={{ minWidth: 0 }}>
            {product.product_group ? (
              <Typography variant="body2">
                <PlaceLink to={`/product_groups/${product.product_group}/show`}>{product.product_group_name}</PlaceLink>
              </Typography>
            ) : null}
            <Typography variant="h5" component="h1" sx={{ overflowWrap: "anywhere" }}>
              {product.name}
            </Typography>
          </Box>
          <GateChip passed={product.security_gate_passed} />
          <Box>
            <Typography variant="caption" component="div" sx={{ color: "text.secondary" }}>
              {branch === null ? translate("fields.active_observations") : translate("product.active_observations_of", { branch: product.repository_default_branch_name })}
            </Typography>
            <ActiveCounts record={product} linkTo={(severity) => productObservationsLink(product.id, { current_severity: [severity], ...counted })} />
          </Box>
        </Stack>
      </Card>
      <Stack direction="row" useFlexGap spacing={1} sx={{ justifyContent: "flex-end", alignItems: "center", flexWrap: "wrap", mb: 1 }}>
        <PrevNext resource="products" light="product_names" id={product.id} />
        {can(product, Permission.ProductImport) ? <UploadMenu product={product} /> : null}
        {can(product, Permission.ProductEdit) ? (
          <Button size="small" component={Link} to={`/products/${product.id}`} startIcon={<EditIcon />}>
            {translate("ra.action.edit")}
          </Button>
        ) : null}
      </Stack>
    </>
  );
}
