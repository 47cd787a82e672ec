// @vitest-environment jsdom
import { beforeEach, describe, expect, it, vi } from "vitest";
import { session } from "./session";
import type { User } from "../api/types";

const anna = { id: 2, username: "anna" } as User;

beforeEach(() => {
  window.location.hash = "";
});

describe("session", () => {
  it("keeps token and user in the browser", () => {
    session.begin("token", anna);
    expect(localStorage.getItem("jwt")).toBe("token");
    expect(session.user()).toEqual(anna);
    // React renders without end when the same state is another object each time.
    expect(session.user()).toBe(session.user());
  });

  it("forgets both at its end, and says so", () => {
    session.begin("token", anna);
    const listener = vi.fn();
    const unsubscribe = session.subscribe(listener);
    session.end();
    expect(session.token()).toBeNull();
    expect(session.user()).toBeNull();
    expect(listener).toHaveBeenCalled();
    unsubscribe();
  });

  it("hears of a logout in another tab", () => {
    const listener = vi.fn();
    const unsubscribe = session.subscribe(listener);
    window.dispatchEvent(new StorageEvent("storage", { key: "jwt" }));
    window.dispatchEvent(new StorageEvent("storage", { key: "something else" }));
    expect(listener).toHaveBeenCalledTimes(1);
    unsubscribe();
  });

  it("survives a spoiled user object", () => {
    localStorage.setItem("user", "{broken");
    expect(session.user()).toBeNull();
  });
});

describe("the remembered location", () => {
  it("is handed out once", () => {
    window.location.hash = "#/observations/12/show";
    session.rememberLocation();
    expect(session.takeLocation()).toBe("/observations/12/show");
    expect(session.takeLocation()).toBe("/");
  });

  it.each(["#/", "#/login", ""])("is not %s", (hash) => {
    window.location.hash = hash;
    session.rememberLocation();
    expect(session.takeLocation()).toBe("/");
  });

  it("never leaves the application", () => {
    localStorage.setItem("last_location", "https://evil.example");
    expect(session.takeLocation()).toBe("/");
  });
});
