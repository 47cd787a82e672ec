/** What the form of a new product or group starts with: everything as the settings say. */
export const PRODUCT_DEFAULTS = {
  repository_branch_housekeeping_active: null,
  security_gate_active: null,
  risk_acceptance_expiry_active: null,
  assessments_need_approval: false,
  new_observations_in_review: false,
};
