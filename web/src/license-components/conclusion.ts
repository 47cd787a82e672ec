/** What a person concludes about the license of a component: one of three, or nothing. */
export interface Conclusion {
  manual_concluded_spdx_license?: number | null | "";
  manual_concluded_license_expression?: string | null;
  manual_concluded_non_spdx_license?: string | null;
}

interface Request {
  manual_concluded_spdx_license: number | null;
  manual_concluded_license_expression: string;
  manual_concluded_non_spdx_license: string;
}

/** The whole conclusion, as the server wants it: what is empty is sent as such. */
export function conclusionRequest(conclusion: Conclusion): Request {
  return {
    manual_concluded_spdx_license: conclusion.manual_concluded_spdx_license || null,
    manual_concluded_license_expression: conclusion.manual_concluded_license_expression ?? "",
    manual_concluded_non_spdx_license: conclusion.manual_concluded_non_spdx_license ?? "",
  };
}
