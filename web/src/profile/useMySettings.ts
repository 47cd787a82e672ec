import { useCallback } from "react";
import { useDataProvider, useNotify } from "react-admin";
import type { ApiDataProvider } from "../api/dataProvider";
import type { User } from "../api/types";
import { themeChoice } from "../app/themeChoice";
import { session } from "../session/session";

export type MySettings = Pick<
  User,
  "setting_theme" | "setting_list_size" | "setting_package_info_preference" | "setting_metrics_timespan" | "setting_rows_per_page"
>;

/** Saves one of the own settings. What is seen changes at once, and back again when the server refuses. */
export function useMySettings(): { save: (change: Partial<MySettings>) => Promise<void> } {
  const dataProvider = useDataProvider<ApiDataProvider>();
  const notify = useNotify();

  const save = useCallback(
    async (change: Partial<MySettings>) => {
      const before = session.user();
      const theme = themeChoice.get();
      themeChoice.set(change.setting_theme);
      try {
        session.setUser(await dataProvider.call<User>({ method: "PATCH", path: "/users/my_settings/", body: change }));
      } catch (cause) {
        themeChoice.set(theme);
        if (before !== null && session.token() !== null) session.setUser(before);
        notify(cause instanceof Error ? cause.message : String(cause), { type: "warning" });
      }
    },
    [dataProvider, notify],
  );
  return { save };
}
