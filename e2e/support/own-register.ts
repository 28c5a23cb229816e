// A separate register for a file of stories: set up but empty, with settings that the others don't have.
import { execFile } from "node:child_process";
import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { RUN_TS } from "../../scripts/base/paths.mjs";
import { SERVER, WORKER } from "../../scripts/build/build.mjs";
import { production } from "../../scripts/start/application.mjs";
import { fillRegister } from "../../scripts/start/content.mjs";
import { startInstance, type Instance } from "../../scripts/start/instance.mjs";
import { copyDatabase, openTestServer, type TestServer } from "../../scripts/testing/databases.mjs";
import { settingsOf } from "./register.mjs";

export interface OwnRegister {
  home: string;
  /** The instance that it began with. */
  first: Opened;
  /** Starts another instance on the same database and folder. */
  open: (port: number, settings: Record<string, string>) => Promise<Opened>;
  databaseUrl: string;
  /** Creates an administrator on the command line; returns the path of their link. */
  administrator: (email: string, name: string) => Promise<string>;
  close: () => Promise<void>;
}

export interface Opened {
  home: string;
  stop: () => Promise<void>;
}

/** Uses the same build as the other stories. */
export async function openOwnRegister(port: number, settings: Record<string, string>): Promise<OwnRegister> {
  const files = mkdtempSync(path.join(os.tmpdir(), "register-own-"));
  const { close: closeServer, ...server } = await openTestServer();
  const close = async () => {
    await closeServer();
    rmSync(files, { recursive: true, force: true });
  };
  try {
    return await serve(server, { port, settings, files, close });
  } catch (error) {
    await close();
    throw error;
  }
}

interface RegisterRequest {
  port: number;
  settings: Record<string, string>;
  files: string;
  close: () => Promise<void>;
}

async function serve(
  server: TestServer,
  { port, settings, files, close }: RegisterRequest,
): Promise<OwnRegister> {
  const { appUrl, ownerUrl } = await copyDatabase(server);
  const secret = randomBytes(36).toString("base64url");
  const given = settingsOf({ databaseUrl: appUrl, secret, files });
  const env = { ...given, DEMO: "0", REGISTER_UNSAFE_STORAGE: "1", ...settings };
  await fillRegister({ ownerUrl, demo: false, resumable: false, env });
  const running = new Set<Instance>();
  const stop = (instance: Instance) => (running.delete(instance) ? instance.stop() : Promise.resolve());
  const open = async (at: number, more: Record<string, string>): Promise<Opened> => {
    const instance = await startInstance({
      command: production(SERVER, env),
      worker: WORKER,
      host: "127.0.0.1",
      port: at,
      env: { ...env, ...more, HOST: "127.0.0.1", PORT: String(at) },
      quiet: true,
    });
    running.add(instance);
    return { home: `http://localhost:${at}`, stop: () => stop(instance) };
  };
  const first = await open(port, {});
  return {
    home: first.home,
    first,
    open,
    databaseUrl: appUrl,
    administrator: async (email, name) => {
      const command = [...RUN_TS, "scripts/register/admin-create.ts", email, name];
      const { stdout } = await promisify(execFile)(process.execPath, command, { env });
      return /\/set-password\/[\w-]+/.exec(stdout)?.[0] ?? "";
    },
    close: async () => {
      await Promise.all([...running].map(stop));
      await close();
    },
  };
}
