import AccountTreeIcon from "@mui/icons-material/AccountTree";
import BarChartIcon from "@mui/icons-material/BarChart";
import DescriptionIcon from "@mui/icons-material/Description";
import FactCheckIcon from "@mui/icons-material/FactCheck";
import GroupIcon from "@mui/icons-material/Group";
import KeyIcon from "@mui/icons-material/Key";
import LanIcon from "@mui/icons-material/Lan";
import RateReviewIcon from "@mui/icons-material/RateReview";
import SettingsIcon from "@mui/icons-material/Settings";
import UploadIcon from "@mui/icons-material/Upload";
import VisibilityIcon from "@mui/icons-material/Visibility";
import { lazy } from "react";
import type { Product } from "../api/types";
import { RoutedTabs } from "../app/RoutedTabs";
import { Screen } from "../app/Screen";
import { useFeature } from "../session/statusSettings";
import { ProductHeader } from "./ProductHeader";

const ProductObservations = lazy(() => import("../observations/ProductObservations"));
const MetricsPanel = lazy(() => import("../metrics/MetricsPanel"));
const ProductReviews = lazy(() => import("../reviews/ProductReviews"));
const VulnerabilityCheckList = lazy(() => import("../vulnerability-checks/VulnerabilityCheckList"));
const ImportRunList = lazy(() => import("../import-runs/ImportRunList"));
const BranchList = lazy(() => import("../branches/BranchList"));
const ServiceList = lazy(() => import("../services/ServiceList"));
const ProductLicenses = lazy(() => import("../license-components/ProductLicenses"));
const ProductSettings = lazy(() => import("./ProductSettings"));
const ProductMembers = lazy(() => import("../members/ProductMembers"));
const ProductTokenList = lazy(() => import("../api-tokens/ProductTokenList"));

export default function ProductScreen() {
  return <Screen<Product> resource="products">{(product) => <Content product={product} />}</Screen>;
}

function Content({ product }: { product: Product }) {
  const licenses = useFeature("feature_license_management") && product.has_licenses;
  const reviews = product.observation_reviews + product.observation_log_approvals;
  return (
    <>
      <ProductHeader product={product} />
      <RoutedTabs
        base={`/products/${product.id}/show`}
        label="product.parts"
        foldAt="settings"
        tabs={[
          { path: "", label: "menu.observations", icon: <VisibilityIcon />, content: () => <ProductObservations product={product} /> },
          { path: "metrics", label: "metrics.metrics", icon: <BarChartIcon />, content: () => <MetricsPanel product={product} /> },
          ...(reviews > 0
            ? [{ path: "reviews", label: "menu.reviews", icon: <RateReviewIcon />, count: reviews, content: () => <ProductReviews product={product} /> }]
            : []),
          { path: "vulnerability_checks", label: "check.checks", icon: <FactCheckIcon />, content: () => <VulnerabilityCheckList product={product} /> },
          { path: "imports", label: "menu.imports", icon: <UploadIcon />, content: () => <ImportRunList product={product.id} /> },
          { path: "branches", label: "branch.branches", icon: <AccountTreeIcon />, content: () => <BranchList product={product} /> },
          { path: "services", label: "service.services", icon: <LanIcon />, content: () => <ServiceList product={product} /> },
          ...(licenses ? [{ path: "licenses", label: "license.components", icon: <DescriptionIcon />, content: () => <ProductLicenses product={product} /> }] : []),
          { path: "settings", label: "menu.settings", icon: <SettingsIcon />, content: () => <ProductSettings product={product} /> },
          { path: "members", label: "member.members", icon: <GroupIcon />, content: () => <ProductMembers product={product} /> },
          { path: "api_token", label: "token.tokens", icon: <KeyIcon />, content: () => <ProductTokenList product={product} /> },
        ]}
      />
    </>
  );
}
