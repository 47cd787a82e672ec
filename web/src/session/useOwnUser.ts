import { useQuery } from "@tanstack/react-query";
import { useDataProvider } from "react-admin";
import type { ApiDataProvider } from "../api/dataProvider";
import type { User } from "../api/types";
import { themeChoice } from "../app/themeChoice";
import { session, useCurrentUser, useSessionToken } from "./session";

interface OwnUser {
  known: boolean;
  error: Error | null;
  retry: () => void;
}

/** Makes sure that the own user is known: the login tells it, but the browser may have kept the token only. */
export function useOwnUser(): OwnUser {
  const dataProvider = useDataProvider<ApiDataProvider>();
  const token = useSessionToken();
  const user = useCurrentUser();
  const query = useQuery({
    queryKey: ["own_user", token],
    queryFn: async ({ signal }) => {
      const answer = await dataProvider.call<User>({ path: "/users/me/", signal });
      session.setUser(answer);
      themeChoice.set(answer.setting_theme);
      return answer;
    },
    enabled: token !== null && user === null,
  });
  return { known: user !== null, error: user === null ? query.error : null, retry: () => void query.refetch() };
}
