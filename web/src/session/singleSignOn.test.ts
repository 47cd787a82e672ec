// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { session } from "./session";
import { comesFromProvider, finishSignIn, signInAtProvider, takeSignInFailure } from "./singleSignOn";

const AUTHORITY = "https://id.example";
const configuration = {
  oidc_enable: true,
  oidc_authority: AUTHORITY,
  oidc_client_id: "so",
  oidc_redirect_uri: "",
  oidc_post_logout_redirect_uri: "",
  oidc_scope: "openid profile email",
  oidc_prompt: "",
  features: [],
};
const KEY = `oidc.user:${AUTHORITY}:so`;

function answering(answers: Record<string, [number, object]>) {
  const asked: { path: string; authorization: string | null }[] = [];
  vi.stubGlobal("fetch", (input: string | URL, init?: RequestInit) => {
    const path = String(input);
    asked.push({ path, authorization: new Headers(init?.headers).get("Authorization") });
    const [status, body] = answers[path] ?? [404, {}];
    return Promise.resolve(new Response(JSON.stringify(body), { status, headers: { "Content-Type": "application/json" } }));
  });
  return asked;
}

beforeEach(() => {
  localStorage.clear();
  window.history.replaceState(null, "", "/");
});

afterEach(() => vi.unstubAllGlobals());

describe("the session of a provider", () => {
  it("sends the ID token, not the access token", () => {
    localStorage.setItem(KEY, JSON.stringify({ id_token: "id", access_token: "access" }));
    expect(session.authorization()).toBe("Bearer id");
    expect(session.token()).toBe("id");
    session.end();
    expect(localStorage.getItem(KEY)).toBeNull();
    expect(session.authorization()).toBeNull();
  });

  it("yields to a login with a password", () => {
    localStorage.setItem(KEY, JSON.stringify({ id_token: "id" }));
    session.begin("jwt", { id: 1 } as never);
    expect(session.authorization()).toBe("JWT jwt");
    expect(session.idToken()).toBeNull();
    expect(localStorage.getItem(KEY)).toBeNull();
  });

  it("is none with a spoiled entry", () => {
    localStorage.setItem(KEY, "{");
    expect(session.token()).toBeNull();
  });
});

describe("coming back", () => {
  it.each([
    ["/?code=c&state=s", true],
    ["/?error=access_denied&state=s", true],
    ["/?code=c", false],
    ["/", false],
  ])("%s: %s", (address, expected) => {
    window.history.replaceState(null, "", address);
    expect(comesFromProvider()).toBe(expected);
  });

  it("with a state that nobody has asked for leads to the login, which tells it", async () => {
    answering({ "/api/status/ui_configuration/": [200, configuration] });
    window.history.replaceState(null, "", "/?code=c&state=unknown");
    await finishSignIn();
    expect(window.location.search).toBe("");
    expect(window.location.hash).toBe("#/login");
    expect(takeSignInFailure()).toMatch(/state/i);
    expect(takeSignInFailure()).toBeNull();
    expect(session.token()).toBeNull();
  });
});

describe("leaving for a provider that is away", () => {
  it("is an error", async () => {
    answering({ "/api/status/ui_configuration/": [200, configuration] });
    await expect(signInAtProvider()).rejects.toThrow();
  });
});
