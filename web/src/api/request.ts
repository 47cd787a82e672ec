import { HttpError } from "react-admin";
import { session } from "../session/session";
import { renewIfNeeded } from "../session/singleSignOn";
import { connection } from "./connection";
import { fieldErrors } from "./errorMessage";
import { queryString, type Query } from "./listQuery";

const BASE = "/api";

export interface ApiRequest {
  method?: "GET" | "POST" | "PATCH" | "DELETE";
  /** Below `/api`, with both slashes: `/products/7/`. */
  path: string;
  query?: Query;
  /** Sent as JSON, unless it is a form, or a file of a type of its own. */
  body?: object;
  /** What the form shows, when that is more than what is sent: fields whose errors can be shown. */
  fields?: object;
  /** Without the session's token: only for the login. */
  anonymous?: boolean;
  signal?: AbortSignal | undefined;
}

function headersOf({ body, anonymous }: ApiRequest): Headers {
  const headers = new Headers({ Accept: "application/json" });
  if (body instanceof Blob) headers.set("Content-Type", body.type);
  else if (body !== undefined && !(body instanceof FormData)) headers.set("Content-Type", "application/json");
  const authorization = session.authorization();
  if (!anonymous && authorization !== null) headers.set("Authorization", authorization);
  return headers;
}

function bodyOf(body: object | undefined): BodyInit | null {
  if (body === undefined) return null;
  return body instanceof FormData || body instanceof Blob ? body : JSON.stringify(body);
}

function messageOf(response: Response, text: string): string {
  try {
    const answer = JSON.parse(text) as { message?: unknown };
    if (typeof answer.message === "string" && answer.message !== "") return answer.message;
  } catch {
    // Not JSON: a proxy's page, for example. Its text would help nobody.
  }
  return `${response.status} ${response.statusText}`.trim();
}

/**
 * Calls the API. Answers without content give `undefined`.
 *
 * @throws HttpError with the server's message; its body's `errors` are in the form that react-admin's forms show at their
 *   fields. Its status is 0 when the server could not be reached.
 */
export async function request<T>(call: ApiRequest): Promise<T> {
  const response = await answerTo(call);
  const text = await response.text();
  return (text === "" ? undefined : JSON.parse(text)) as T;
}

/** Calls the API for a file. @throws HttpError as `request` does. */
export async function requestFile(call: ApiRequest): Promise<Blob> {
  return (await answerTo(call)).blob();
}

async function answerTo(call: ApiRequest): Promise<Response> {
  const { method = "GET", path, query = {}, body, fields, signal } = call;
  if (!call.anonymous) await renewIfNeeded();
  let response: Response;
  try {
    response = await fetch(`${BASE}${path}${queryString(query)}`, {
      method,
      headers: headersOf(call),
      body: bodyOf(body),
      signal: signal ?? null,
    });
  } catch (cause) {
    if (cause instanceof DOMException && cause.name === "AbortError") throw cause;
    connection.report(false);
    throw new HttpError("error.network", 0);
  }
  connection.report(true);
  if (!response.ok) {
    const text = await response.text();
    const message = messageOf(response, text);
    const errors = response.status === 400 ? fieldErrors(message, fields ?? body ?? {}) : undefined;
    throw new HttpError(message, response.status, errors === undefined ? {} : { errors });
  }
  return response;
}
