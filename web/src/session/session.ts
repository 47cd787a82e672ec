import { useSyncExternalStore } from "react";
import type { User } from "../api/types";

// These names are those that people's browsers already hold.
const TOKEN = "jwt";
const USER = "user";
/** Before the authority and the name of the application, as the library of OpenID Connect has it. */
const PROVIDER_USER = "oidc.user:";
const LAST_LOCATION = "last_location";

const listeners = new Set<() => void>();
let cached: { text: string | null; user: User | null } = { text: null, user: null };

function parse(text: string | null): User | null {
  if (text === null) return null;
  try {
    return JSON.parse(text) as User;
  } catch {
    return null;
  }
}

function providerKeys(): string[] {
  return Object.keys(localStorage).filter((key) => key.startsWith(PROVIDER_USER));
}

function idToken(): string | null {
  for (const key of providerKeys()) {
    try {
      const { id_token } = JSON.parse(localStorage.getItem(key) ?? "") as { id_token?: unknown };
      if (typeof id_token === "string" && id_token !== "") return id_token;
    } catch {
      // Spoiled: as good as none.
    }
  }
  return null;
}

function changed(): void {
  for (const listener of listeners) listener();
}

/** The person at this browser: token, own user object and the place to return to, kept in the browser's local storage. */
export const session = {
  /** What the server knows the person by: the JWT of a login with a password, or the ID token of a provider. */
  token: (): string | null => localStorage.getItem(TOKEN) ?? idToken(),

  /** The ID token of a login at an OpenID Connect provider. */
  idToken: (): string | null => (localStorage.getItem(TOKEN) === null ? idToken() : null),

  /** The value of the `Authorization` header. */
  authorization: (): string | null => {
    const jwt = localStorage.getItem(TOKEN);
    if (jwt !== null) return `JWT ${jwt}`;
    const token = idToken();
    return token === null ? null : `Bearer ${token}`;
  },

  user: (): User | null => {
    const text = localStorage.getItem(USER);
    // The same object for the same text: React compares it to find out whether to render again.
    if (text !== cached.text) cached = { text, user: parse(text) };
    return cached.user;
  },

  begin(token: string, user: User): void {
    for (const key of providerKeys()) localStorage.removeItem(key);
    localStorage.setItem(TOKEN, token);
    session.setUser(user);
  },

  setUser(user: User): void {
    localStorage.setItem(USER, JSON.stringify(user));
    changed();
  },

  /** The provider has given another token. */
  renewed: changed,

  end(): void {
    for (const key of providerKeys()) localStorage.removeItem(key);
    localStorage.removeItem(TOKEN);
    localStorage.removeItem(USER);
    changed();
  },

  /** Keeps the screen to return to after the next login. */
  rememberLocation(): void {
    const location = window.location.hash.replace(/^#/, "");
    if (location !== "" && location !== "/" && !location.startsWith("/login")) localStorage.setItem(LAST_LOCATION, location);
  },

  forgetLocation(): void {
    localStorage.removeItem(LAST_LOCATION);
  },

  /** The remembered screen, once; the start page when there is none. */
  takeLocation(): string {
    const location = localStorage.getItem(LAST_LOCATION);
    session.forgetLocation();
    return location !== null && location.startsWith("/") ? location : "/";
  },

  subscribe: (listener: () => void): (() => void) => {
    // `storage` tells of what other tabs did: a logout there is one here too.
    const fromOtherTab = (event: StorageEvent) => {
      if (event.key === null || event.key === TOKEN || event.key === USER || event.key.startsWith(PROVIDER_USER)) listener();
    };
    listeners.add(listener);
    window.addEventListener("storage", fromOtherTab);
    return () => {
      listeners.delete(listener);
      window.removeEventListener("storage", fromOtherTab);
    };
  },
};

/** The own user; renders again when it changes. */
export function useCurrentUser(): User | null {
  return useSyncExternalStore(session.subscribe, session.user);
}

/** The token of the session; renders again when it changes, also when another tab logged out. */
export function useSessionToken(): string | null {
  return useSyncExternalStore(session.subscribe, session.token);
}
