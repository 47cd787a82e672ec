import { ADMIN } from "./server.ts";

export interface Named {
  id: number;
  name: string;
}

/** Prepares through the REST API what a test needs. */
export class Api {
  private constructor(
    private readonly url: string,
    private readonly token: string,
  ) {}

  static async as(url: string, credentials: { username: string; password: string } = ADMIN): Promise<Api> {
    const response = await fetch(`${url}/api/authentication/authenticate/`, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(credentials),
    });
    if (!response.ok) throw new Error(`login: ${response.status} ${await response.text()}`);
    const { jwt } = (await response.json()) as { jwt: string };
    return new Api(url, jwt);
  }

  async send<T>(method: string, path: string, body?: object): Promise<T> {
    const response = await fetch(`${this.url}/api${path}`, {
      method,
      headers: { Authorization: `JWT ${this.token}`, ...(body && { "Content-Type": "application/json" }) },
      ...(body && { body: JSON.stringify(body) }),
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
}
