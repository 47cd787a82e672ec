import { describe, expect, it } from "vitest";
import { isNeeded, SETTINGS_GROUPS, type Need } from "./settingsGroups";

/** The settings that are to be seen while these are on. */
function shown(...on: Need[]): string[] {
  return SETTINGS_GROUPS.flatMap(({ fields }) => fields.filter((field) => isNeeded(field, (need) => on.includes(need))).map(({ name }) => name));
}

describe("the settings", () => {
  it("ask for addresses of mails only where mails can be sent", () => {
    const addresses = ["email_from", "exception_email_to", "observation_title_notification_email_to"];
    expect(shown()).not.toEqual(expect.arrayContaining([expect.stringContaining("email")]));
    expect(shown("feature_email")).toEqual(expect.arrayContaining(addresses));
  });

  it("ask when licenses are imported only where they are managed", () => {
    expect(shown()).not.toContain("license_import_crontab_hour");
    expect(shown("feature_license_management")).toContain("license_import_crontab_hour");
  });

  it.each<Need>(["feature_automatic_api_import", "feature_automatic_osv_scanning"])("ask when the nightly import runs where there is one: %s", (feature) => {
    expect(shown()).not.toContain("api_import_crontab_minute");
    expect(shown(feature)).toContain("api_import_crontab_minute");
  });
});
