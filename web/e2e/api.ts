import { readFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { ADMIN } from "./server.ts";

export interface Named {
  id: number;
  name: string;
}

export interface Credentials {
  username: string;
  password: string;
}

interface Person {
  id: number;
  username: string;
  full_name: string;
}

/** A report in the folder `reports`. */
export const report = (name: string) => join(import.meta.dirname, "reports", name);

/** Prepares through the REST API what a test needs. */
export class Api {
  private constructor(
    readonly url: string,
    readonly jwt: string,
    readonly user: Person,
  ) {}

  static async as(url: string, credentials: Credentials = ADMIN): Promise<Api> {
    const response = await fetch(`${url}/api/authentication/authenticate/`, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(credentials),
    });
    if (!response.ok) throw new Error(`login: ${response.status} ${await response.text()}`);
    const { jwt, user } = (await response.json()) as { jwt: string; user: Person };
    return new Api(url, jwt, user);
  }

  async send<T>(method: string, path: string, body?: object): Promise<T> {
    const isForm = body instanceof FormData;
    const response = await fetch(`${this.url}/api${path}`, {
      method,
      headers: { Authorization: `JWT ${this.jwt}`, ...(body && !isForm && { "Content-Type": "application/json" }) },
      ...(body && { body: isForm ? body : JSON.stringify(body) }),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text}`);
    return (text === "" ? undefined : JSON.parse(text)) as T;
  }

  product(name: string, more: object = {}): Promise<Named> {
    return this.send("POST", "/products/", { name, ...more });
  }

  observation(product: number, title: string, more: object = {}): Promise<{ id: number }> {
    return this.send("POST", "/observations/", { product, title, parser_severity: "High", ...more });
  }

  /** Many observations at once: a SARIF report with a finding for each title. */
  async observations(product: number, titles: readonly string[]): Promise<void> {
    const results = titles.map((title) => ({ ruleId: title, level: "warning", message: { text: title } }));
    const text = JSON.stringify({
      version: "2.1.0",
      $schema: "https://json.schemastore.org/sarif-2.1.0.json",
      runs: [{ tool: { driver: { name: "e2e", rules: titles.map((id) => ({ id, name: id })) } }, results }],
    });
    await this.upload(product, "findings.sarif", text);
  }

  async upload(product: number, name: string, content?: string, more: Record<string, string | number> = {}): Promise<Record<string, number>> {
    const form = new FormData();
    form.append("product", String(product));
    for (const [field, value] of Object.entries(more)) form.append(field, String(value));
    form.append("file", new Blob([content ?? new Uint8Array(await readFile(report(name)))]), basename(name));
    return this.send("POST", "/import/file_upload_observations_by_id/", form);
  }

  /** A person with a password. */
  async person(username: string, more: object = {}): Promise<Credentials & { id: number }> {
    const password = "battery-staple-horse";
    const { id } = await this.send<{ id: number }>("POST", "/users/", { username, full_name: username, ...more });
    await this.send("PATCH", `/users/${id}/change_password/`, { current_password: ADMIN.password, new_password_1: password, new_password_2: password });
    return { username, password, id };
  }

  member(product: number, user: number, role: number): Promise<unknown> {
    return this.send("POST", "/product_members/", { product, user, role });
  }
}
