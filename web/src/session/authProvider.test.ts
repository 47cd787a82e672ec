// @vitest-environment jsdom
import { afterEach, describe, expect, it, vi } from "vitest";
import { authProvider } from "./authProvider";
import { session } from "./session";
import type { User } from "../api/types";

const user = { id: 1, username: "admin", full_name: "Admin", setting_theme: "dark" } as User;

function answering(status: number, body: object): void {
  vi.stubGlobal("fetch", () => Promise.resolve(new Response(JSON.stringify(body), { status })));
}

afterEach(() => {
  vi.unstubAllGlobals();
});

describe("login", () => {
  it("begins a session in the person's theme and goes to the remembered screen", async () => {
    localStorage.setItem("last_location", "/products/7/show");
    answering(200, { jwt: "token", user });
    expect(await authProvider.login({ username: "admin", password: "x" })).toEqual({ redirectTo: "/products/7/show" });
    expect(session.token()).toBe("token");
    expect(localStorage.getItem("theme")).toBe("dark");
  });

  it.each([
    [403, "login.invalid_credentials"],
    [429, "login.throttled"],
    [500, "login.network_error"],
  ])("tells what %d means", async (status, message) => {
    answering(status, { message: "some text" });
    await expect(authProvider.login({ username: "admin", password: "x" })).rejects.toThrow(message);
    expect(session.token()).toBeNull();
  });
});

describe("checkError", () => {
  it("ends the session at 401 only", async () => {
    await expect(authProvider.checkError({ status: 401 })).rejects.toThrow("login.session_ended");
    for (const status of [0, 400, 403, 404, 500]) await expect(authProvider.checkError({ status })).resolves.toBeUndefined();
  });
});

describe("checkAuth", () => {
  it("wants a token", async () => {
    await expect(authProvider.checkAuth({})).rejects.toMatchObject({ message: false });
    session.begin("token", user);
    await expect(authProvider.checkAuth({})).resolves.toBeUndefined();
  });
});
