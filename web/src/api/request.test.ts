// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { HttpError } from "react-admin";
import { session } from "../session/session";
import { request } from "./request";
import type { User } from "./types";

const fetched = vi.fn<typeof fetch>();

beforeEach(() => {
  fetched.mockReset();
  vi.stubGlobal("fetch", fetched);
});

afterEach(() => {
  vi.unstubAllGlobals();
});

const answer = (status: number, body?: unknown) => fetched.mockResolvedValue(new Response(body === undefined ? null : JSON.stringify(body), { status }));

function sent(): { url: string; init: RequestInit; headers: Headers } {
  const [url, init = {}] = fetched.mock.calls[0] ?? [];
  return { url: url as string, init, headers: new Headers(init.headers) };
}

async function failure(call: Promise<unknown>): Promise<HttpError> {
  const error = await call.then(
    () => undefined,
    (cause: unknown) => cause,
  );
  expect(error).toBeInstanceOf(HttpError);
  return error as HttpError;
}

describe("request", () => {
  it("carries the session's token and sends JSON", async () => {
    session.begin("token", {} as User);
    answer(201, { id: 1 });
    expect(await request({ method: "POST", path: "/products/", body: { name: "Shop" }, query: { a: ["x", "y"] } })).toEqual({ id: 1 });
    expect(sent().url).toBe("/api/products/?a=x&a=y");
    expect(sent().headers.get("Authorization")).toBe("JWT token");
    expect(sent().headers.get("Content-Type")).toBe("application/json");
    expect(sent().init.body).toBe('{"name":"Shop"}');
  });

  it("lets the browser name the boundary of a form", async () => {
    answer(200, {});
    await request({ method: "POST", path: "/import/", body: new FormData() });
    expect(sent().headers.has("Content-Type")).toBe(false);
  });

  it("never sends an old token to the login", async () => {
    session.begin("old", {} as User);
    answer(200, {});
    await request({ method: "POST", path: "/authentication/authenticate/", body: {}, anonymous: true });
    expect(sent().headers.has("Authorization")).toBe(false);
  });

  it("answers nothing for an empty body", async () => {
    answer(200);
    expect(await request({ path: "/status/health/" })).toBeUndefined();
  });

  it("puts the errors of a rejected body at its fields", async () => {
    answer(400, { message: "Name: This field is required." });
    const error = await failure(request({ method: "POST", path: "/products/", body: { name: "" } }));
    expect(error.status).toBe(400);
    expect(error.message).toBe("Name: This field is required.");
    expect((error.body as { errors: unknown }).errors).toMatchObject({ name: "This field is required." });
  });

  it("tells the status of an answer that is no JSON", async () => {
    fetched.mockResolvedValue(new Response("<html>", { status: 502, statusText: "Bad Gateway" }));
    expect((await failure(request({ path: "/products/" }))).message).toBe("502 Bad Gateway");
  });

  it("tells that the server cannot be reached", async () => {
    fetched.mockRejectedValue(new TypeError("Failed to fetch"));
    expect(await failure(request({ path: "/products/" }))).toMatchObject({ status: 0, message: "error.network" });
  });
});
