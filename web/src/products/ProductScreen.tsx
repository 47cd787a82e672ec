import AccountTreeIcon from "@mui/icons-material/AccountTree";
import GroupIcon from "@mui/icons-material/Group";
import KeyIcon from "@mui/icons-material/Key";
import LanIcon from "@mui/icons-material/Lan";
import SettingsIcon from "@mui/icons-material/Settings";
import VisibilityIcon from "@mui/icons-material/Visibility";
import { lazy } from "react";
import type { Product } from "../api/types";
import { RoutedTabs } from "../app/RoutedTabs";
import { Screen } from "../app/Screen";
import { ProductHeader } from "./ProductHeader";

const ProductObservations = lazy(() => import("../observations/ProductObservations"));
const BranchList = lazy(() => import("../branches/BranchList"));
const ServiceList = lazy(() => import("../services/ServiceList"));
const ProductSettings = lazy(() => import("./ProductSettings"));
const ProductMembers = lazy(() => import("../members/ProductMembers"));
const ProductTokenList = lazy(() => import("../api-tokens/ProductTokenList"));

export default function ProductScreen() {
  return <Screen<Product> resource="products">{(product) => <Content product={product} />}</Screen>;
}

function Content({ product }: { product: Product }) {
  return (
    <>
      <ProductHeader product={product} />
      <RoutedTabs
        base={`/products/${product.id}/show`}
        label="product.parts"
        tabs={[
          { path: "", label: "menu.observations", icon: <VisibilityIcon />, content: () => <ProductObservations product={product} /> },
          { path: "branches", label: "branch.branches", icon: <AccountTreeIcon />, content: () => <BranchList product={product} /> },
          { path: "services", label: "service.services", icon: <LanIcon />, content: () => <ServiceList product={product} /> },
          { path: "settings", label: "menu.settings", icon: <SettingsIcon />, content: () => <ProductSettings product={product} /> },
          { path: "members", label: "member.members", icon: <GroupIcon />, content: () => <ProductMembers product={product} /> },
          { path: "api_token", label: "token.tokens", icon: <KeyIcon />, content: () => <ProductTokenList product={product} /> },
        ]}
      />
    </>
  );
}
