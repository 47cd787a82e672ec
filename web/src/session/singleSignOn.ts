import type { UserManager } from "oidc-client-ts";
import type { User } from "../api/types";
import { themeChoice } from "../app/themeChoice";
import { session } from "./session";

/** What the login page has to know: `GET /status/ui_configuration/`. */
export interface LoginConfiguration {
  oidc_enable: boolean;
  oidc_authority: string;
  oidc_client_id: string;
  oidc_redirect_uri: string;
  oidc_post_logout_redirect_uri: string;
  oidc_scope: string;
  oidc_prompt: string;
  features: string[];
}

const BASE = "/api";
/** A token that ends so soon is renewed before it is used. */
const ALMOST_OVER = 10;
/** Requests wait so long for a provider that does not answer in a frame, because it wants to be asked in the open or the browser keeps its cookies. */
const PATIENCE = 4;

let configuration: Promise<LoginConfiguration> | null = null;
let manager: Promise<UserManager> | null = null;
let renewal: Promise<void> | null = null;
/** The token that could not be renewed: each request would wait in vain. */
let unrenewable: string | null = null;
let failure: string | null = null;

/** Asked for anew by each login page, because the settings may have changed. */
export function loginConfiguration(anew = false): Promise<LoginConfiguration> {
  if (configuration === null || anew) {
    configuration = fetch(`${BASE}/status/ui_configuration/`, { headers: { Accept: "application/json" } }).then((answer) => {
      if (!answer.ok) throw new Error("login.network_error");
      return answer.json() as Promise<LoginConfiguration>;
    });
    configuration.catch(() => (configuration = null));
  }
  return configuration;
}

/** The library is loaded by those only who log in at a provider. */
function userManager(): Promise<UserManager> {
  manager ??= createManager();
  manager.catch(() => (manager = null));
  return manager;
}

async function createManager(): Promise<UserManager> {
  const [known, library] = await Promise.all([loginConfiguration(), import("oidc-client-ts")]);
  const origin = window.location.origin;
  return new library.UserManager({
    authority: known.oidc_authority,
    client_id: known.oidc_client_id,
    redirect_uri: known.oidc_redirect_uri || origin,
    post_logout_redirect_uri: known.oidc_post_logout_redirect_uri || origin,
    scope: known.oidc_scope,
    ...(known.oidc_prompt === "" ? {} : { prompt: known.oidc_prompt }),
    response_type: "code", // with PKCE, which the library always adds
    loadUserInfo: false,
    automaticSilentRenew: false, // `renewIfNeeded` does it when it is needed
    silentRequestTimeoutInSeconds: PATIENCE,
    userStore: new library.WebStorageStateStore({ store: localStorage }),
  });
}

/** Leaves for the provider; it sends the browser back with a code. */
export async function signInAtProvider(): Promise<void> {
  await (await userManager()).signinRedirect();
}

/** Whether the browser comes back from the provider. */
export function comesFromProvider(): boolean {
  const query = new URLSearchParams(window.location.search);
  return query.has("state") && (query.has("code") || query.has("error"));
}

/** Whether this page is the frame in which another one renews its token. */
export function isRenewing(): boolean {
  return comesFromProvider() && window.parent !== window;
}

/** Hands the address with the code to the page that has opened the frame. */
export async function finishRenewal(): Promise<void> {
  await (await userManager()).signinSilentCallback();
}

/**
 * Turns the code in the address into a session, before the application starts. The address loses the code in any case, and where something went
 * wrong it is the login page's, which tells it.
 */
export async function finishSignIn(): Promise<void> {
  let location = "/login";
  try {
    const users = await userManager();
    await users.clearStaleState();
    await users.signinRedirectCallback();
    const user = await ownUser();
    session.setUser(user);
    themeChoice.set(user.setting_theme);
    location = session.takeLocation();
  } catch (cause) {
    session.end();
    failure = cause instanceof Error ? cause.message : String(cause);
  }
  window.history.replaceState(null, "", `${window.location.pathname}#${location}`);
}

/** The server may refuse whom the provider knows: local accounts, deactivated ones. */
async function ownUser(): Promise<User> {
  const answer = await fetch(`${BASE}/users/me/`, { headers: { Accept: "application/json", Authorization: session.authorization() ?? "" } });
  const body = (await answer.json()) as User & { message?: string };
  if (!answer.ok) throw new Error(body.message ?? "login.network_error");
  return body;
}

/** Why the last login at the provider failed, once. */
export function takeSignInFailure(): string | null {
  const told = failure;
  failure = null;
  return told;
}

/** The session has ended at the server: the provider may begin another one without asking. */
export async function signInAgain(): Promise<void> {
  session.rememberLocation();
  session.end();
  await signInAtProvider();
}

/** Ends the session here and at the provider, if that offers it. */
export async function signOutAtProvider(): Promise<void> {
  const users = await userManager();
  const hint = session.idToken();
  session.end();
  if ((await users.metadataService.getEndSessionEndpoint()) === undefined) return;
  await users.signoutRedirect(hint === null ? {} : { id_token_hint: hint });
}

/**
 * Renews an ID token that has ended, with the refresh token or, without one, in a frame in which the provider knows the person still. Several calls
 * wait for the same renewal. A renewal in vain leaves it to the server's 401.
 */
export async function renewIfNeeded(): Promise<void> {
  const token = session.idToken();
  if (token === null || token === unrenewable || secondsLeft(token) > ALMOST_OVER) return;
  renewal ??= userManager()
    .then((users) => users.signinSilent())
    .then(
      () => session.renewed(),
      () => {
        unrenewable = token;
      },
    )
    .finally(() => (renewal = null));
  await renewal;
}

function secondsLeft(token: string): number {
  try {
    const payload = (token.split(".")[1] ?? "").replace(/-/g, "+").replace(/_/g, "/");
    const { exp } = JSON.parse(atob(payload)) as { exp?: unknown };
    return typeof exp === "number" ? exp - Date.now() / 1000 : Infinity;
  } catch {
    return Infinity; // not ours to judge
  }
}
