import { spawn, type ChildProcess } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

const BINARY = process.env.SECOBSERVE_BINARY ?? join(import.meta.dirname, "..", "..", "secobserve");
const START_ATTEMPTS = 100;

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
  private constructor(
    readonly url: string,
    private readonly child: ChildProcess,
    private readonly data: string,
  ) {}

  static async start(): Promise<Server> {
    const port = await freePort();
    const data = await mkdtemp(join(tmpdir(), "secobserve-e2e-"));
    const child = spawn(BINARY, ["serve", "--listen", `127.0.0.1:${port}`, "--data", data], {
      env: { ...process.env, ADMIN_USER: ADMIN.username, ADMIN_PASSWORD: ADMIN.password },
      stdio: ["ignore", "ignore", "pipe"],
    });
    let log = "";
    child.stderr?.on("data", (chunk: Buffer) => (log += chunk.toString()));
    const server = new Server(`http://127.0.0.1:${port}`, child, data);
    for (let attempt = 0; attempt < START_ATTEMPTS; attempt++) {
      if (child.exitCode !== null) break;
      const healthy = await fetch(`${server.url}/api/status/health/`).then(
        ({ ok }) => ok,
        () => false,
      );
      if (healthy) return server;
      await sleep(100);
    }
    await server.stop();
    throw new Error(`the server did not start:\n${log}`);
  }

  async stop(): Promise<void> {
    if (this.child.exitCode === null) {
      const ended = new Promise((resolve) => this.child.once("exit", resolve));
      this.child.kill("SIGTERM");
      await ended;
    }
    await rm(this.data, { recursive: true, force: true });
  }
}
