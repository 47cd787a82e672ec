import { execFile, spawn, type ChildProcess } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { promisify } from "node:util";

const BINARY = process.env.SECOBSERVE_BINARY ?? join(import.meta.dirname, "..", "..", "secobserve");
const START_ATTEMPTS = 200;

export const ADMIN = { username: "admin", password: "correct-horse-battery" };

async function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => (typeof address === "object" && address !== null ? resolve(address.port) : reject(new Error("no port"))));
    });
  });
}

/** The real program with a data folder of its own. */
export class Server {
  private child: ChildProcess | null = null;

  private constructor(
    private readonly port: number,
    private readonly data: string,
    private readonly environment: Record<string, string>,
  ) {}

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  static async start(environment: Record<string, string> = {}): Promise<Server> {
    const server = new Server(await freePort(), await mkdtemp(join(tmpdir(), "secobserve-e2e-")), environment);
    await server.up();
    return server;
  }

  /** With the sample data that newcomers get. */
  static async withSampleData(observations: number): Promise<Server> {
    const server = new Server(await freePort(), await mkdtemp(join(tmpdir(), "secobserve-e2e-")), {});
    await promisify(execFile)(BINARY, ["demo", "--data", server.data, "--admin-user", ADMIN.username, "--admin-password", ADMIN.password, "--observations", String(observations)]);
    await server.up();
    return server;
  }

  /** Starts the program, also again after `down`. */
  async up(): Promise<void> {
    const child = spawn(BINARY, ["serve", "--listen", `127.0.0.1:${this.port}`, "--data", this.data, "--rate-user", "0", "--rate-anonymous", "0"], {
      env: { ...process.env, ADMIN_USER: ADMIN.username, ADMIN_PASSWORD: ADMIN.password, ...this.environment },
      stdio: ["ignore", "ignore", "pipe"],
    });
    this.child = child;
    let log = "";
    child.stderr?.on("data", (chunk: Buffer) => (log += chunk.toString()));
    for (let attempt = 0; attempt < START_ATTEMPTS && child.exitCode === null; attempt++) {
      const healthy = await fetch(`${this.url}/api/status/health/`).then(
        ({ ok }) => ok,
        () => false,
      );
      if (healthy) return;
      await sleep(50);
    }
    await this.stop();
    throw new Error(`the server did not start:\n${log}`);
  }

  /** Ends the program and keeps its data. */
  async down(): Promise<void> {
    const child = this.child;
    this.child = null;
    if (child === null || child.exitCode !== null) return;
    const ended = new Promise((resolve) => child.once("exit", resolve));
    child.kill("SIGTERM");
    await ended;
  }

  async stop(): Promise<void> {
    await this.down();
    await rm(this.data, { recursive: true, force: true });
  }
}
