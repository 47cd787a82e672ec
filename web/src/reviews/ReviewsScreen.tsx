import HowToRegIcon from "@mui/icons-material/HowToReg";
import RateReviewIcon from "@mui/icons-material/RateReview";
import VisibilityIcon from "@mui/icons-material/Visibility";
import { useTranslate } from "react-admin";
import { PageHeader } from "../app/PageHeader";
import { RoutedTabs } from "../app/RoutedTabs";
import { useInbox } from "../inbox/useInbox";
import { ApprovalList } from "./ApprovalList";
import { ObservationReviewList } from "./ObservationReviewList";

/** Everything that waits for a decision. */
export default function ReviewsScreen() {
  const translate = useTranslate();
  const { reviews, approvals } = useInbox();
  return (
    <>
      <PageHeader title={translate("menu.reviews")} icon={<RateReviewIcon />} />
      <RoutedTabs
        base="/reviews"
        label="review.parts"
        tabs={[
          { path: "observation_reviews", label: "review.observations", icon: <VisibilityIcon />, count: reviews, content: () => <ObservationReviewList /> },
          { path: "observation_log_approvals", label: "review.approvals", icon: <HowToRegIcon />, count: approvals, content: () => <ApprovalList /> },
        ]}
      />
    </>
  );
}
