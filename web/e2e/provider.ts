import { createHash, generateKeyPairSync, randomUUID, sign, type KeyObject } from "node:crypto";
import { createServer, type IncomingMessage, type Server as HttpServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";

interface Grant {
  challenge: string;
  nonce: string | null;
}

/** An OpenID Connect provider at which everybody is logged in already. It insists on PKCE. */
export class Provider {
  /** How often it has given tokens. */
  tokens = 0;
  /** For so many seconds they are good. */
  lifetime = 300;
  private readonly grants = new Map<string, Grant>();
  private readonly keys = generateKeyPairSync("ec", { namedCurve: "P-256" });

  private constructor(
    private readonly server: HttpServer,
    private readonly username: string,
  ) {}

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  static async start(username: string): Promise<Provider> {
    const server = createServer();
    const provider = new Provider(server, username);
    server.on("request", (request: IncomingMessage, response: ServerResponse) => void provider.answer(request, response));
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    return provider;
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const address = new URL(request.url ?? "/", this.url);
    const json = (status: number, body: object) => {
      response.writeHead(status, { "Content-Type": "application/json", "Access-Control-Allow-Origin": "*" });
      response.end(JSON.stringify(body));
    };
    const redirect = (to: string) => response.writeHead(302, { Location: to }).end();
    switch (address.pathname) {
      case "/.well-known/openid-configuration":
        return json(200, {
          issuer: this.url,
          authorization_endpoint: `${this.url}/authorize`,
          token_endpoint: `${this.url}/token`,
          jwks_uri: `${this.url}/keys`,
          end_session_endpoint: `${this.url}/logout`,
        });
      case "/keys":
        return json(200, { keys: [{ ...this.keys.publicKey.export({ format: "jwk" }), kid: "1", use: "sig", alg: "ES256" }] });
      case "/authorize": {
        const asked = address.searchParams;
        const code = randomUUID();
        const challenge = asked.get("code_challenge_method") === "S256" ? asked.get("code_challenge") : null;
        if (challenge === null) return json(400, { error: "invalid_request" });
        this.grants.set(code, { challenge, nonce: asked.get("nonce") });
        return void redirect(`${asked.get("redirect_uri")}?${new URLSearchParams({ code, state: asked.get("state") ?? "" })}`);
      }
      case "/token": {
        const form = new URLSearchParams(await text(request));
        const grant = this.grants.get(form.get("code") ?? "");
        const proof = createHash("sha256").update(form.get("code_verifier") ?? "").digest("base64url");
        if (grant?.challenge !== proof) return json(400, { error: "invalid_grant" });
        this.tokens++;
        return json(200, { access_token: "opaque", token_type: "Bearer", expires_in: this.lifetime, id_token: this.idToken(form.get("client_id") ?? "", grant) });
      }
      case "/logout":
        return void redirect(address.searchParams.get("post_logout_redirect_uri") ?? "/");
      default:
        return json(404, {});
    }
  }

  private idToken(audience: string, { nonce }: Grant): string {
    const now = Math.floor(Date.now() / 1000);
    const claims = {
      iss: this.url,
      sub: "4711",
      aud: audience,
      iat: now - 1,
      exp: now + this.lifetime,
      preferred_username: this.username,
      name: "Mira Holm",
      ...(nonce === null ? {} : { nonce }),
    };
    return signed(claims, this.keys.privateKey);
  }
}

function signed(claims: object, key: KeyObject): string {
  const encode = (part: object) => Buffer.from(JSON.stringify(part)).toString("base64url");
  const content = `${encode({ alg: "ES256", kid: "1", typ: "JWT" })}.${encode(claims)}`;
  return `${content}.${sign("sha256", Buffer.from(content), { key, dsaEncoding: "ieee-p1363" }).toString("base64url")}`;
}
