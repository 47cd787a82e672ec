import { HttpError, type AuthProvider } from "react-admin";
import { request } from "../api/request";
import type { AuthenticationResponse } from "../api/types";
import { themeChoice } from "../app/themeChoice";
import { session } from "./session";
import { signInAgain, signOutAtProvider } from "./singleSignOn";

interface Credentials {
  username: string;
  password: string;
}

/** Wrong credentials are told apart from everything else by the number: HTTP/2 has no reason phrases. */
function loginError(cause: unknown): Error {
  const status = cause instanceof HttpError ? (cause.status as number) : 0;
  if (status === 403) return new Error("login.invalid_credentials");
  if (status === 429) return new Error("login.throttled");
  return new Error("login.network_error");
}

async function login({ username, password }: Credentials) {
  let answer: AuthenticationResponse;
  try {
    answer = await request<AuthenticationResponse>({
      method: "POST",
      path: "/authentication/authenticate/",
      body: { username, password },
      anonymous: true,
    });
  } catch (cause) {
    throw loginError(cause);
  }
  session.begin(answer.jwt, answer.user);
  themeChoice.set(answer.user.setting_theme);
  return { redirectTo: session.takeLocation() };
}

export const authProvider: AuthProvider = {
  login: (credentials: Credentials) => login(credentials),

  logout: async () => {
    if (session.idToken() !== null) await signOutAtProvider().catch(() => undefined);
    session.end();
    return "/login";
  },

  checkAuth: () => {
    if (session.token() !== null) return Promise.resolve();
    // `false`: being asked to log in is no error to report.
    return Promise.reject(Object.assign(new Error(), { message: false }));
  },

  // Only 401 ends the session. 403 means "not this", which a message says.
  checkError: (error: { status?: number } | undefined) => {
    if (error?.status !== 401) return Promise.resolve();
    if (session.idToken() !== null) return signInAgain();
    session.rememberLocation();
    return Promise.reject(new Error("login.session_ended"));
  },

  getIdentity: () => {
    const user = session.user();
    return Promise.resolve({ id: user?.id ?? 0, fullName: user?.full_name ?? "" });
  },

  getPermissions: () => Promise.resolve(undefined),
};
