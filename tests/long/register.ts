// The register of a run: founded, with four participants, on its own database, cable and instances.
import { randomBytes } from "node:crypto";
import { chmodSync, mkdirSync, openSync } from "node:fs";
import path from "node:path";
import { disconnect } from "@/lib/db/client";
import { foundRegister, THE_REGISTER } from "@/lib/workspace/settings/commands";
import { recordParticipant } from "@/lib/people/participants/commands";
import { unsafeStorage } from "@/lib/db/sql/storage";
import { migrate } from "@/scripts/database/migrate.mjs";
import { layCable, type Cable } from "@/tests/support/processes/cable";
import { freePort } from "@/tests/support/processes/free-port";
import { openDatabase, type Database } from "./database";
import { DESK } from "./clients/deeds";
import { openInstance, type Instance } from "./instance";

export interface LongRegister {
  database: Database;
  /** Shared with the instances: keys, the last note, packages. */
  dataDir: string;
  cable: Cable;
  instances: readonly Instance[];
  /** One more instance, with further settings. */
  open(name: string, more: Record<string, string>): Promise<Instance>;
  close(): Promise<void>;
}

export async function openRegister(
  folder: string,
  count: number,
  onEnd: (name: string) => void,
): Promise<LongRegister> {
  const dataDir = path.join(folder, "database");
  const database = await openDatabase(dataDir);
  const instances: Instance[] = [];
  let cable: Cable | null = null;
  const close = async (): Promise<void> => {
    await disconnect();
    await Promise.all(instances.map((instance) => instance.stop()));
    await cable?.close();
    await database.stop();
  };
  try {
    await migrate(database);
    process.env.DATABASE_URL = database.appUrl;
    await foundForClients();
    cable = await layCable(database.appUrl);
    const env = environment(cable.url, dataDir);
    const open = async (name: string, more: Record<string, string> = {}): Promise<Instance> => {
      const log = openSync(path.join(folder, `${name.replace(" ", "-")}.log`), "a", 0o600);
      const instance = await openInstance({
        name,
        port: await freePort(),
        env: { ...env, ...more },
        log,
        onEnd,
      });
      instances.push(instance);
      return instance;
    };
    for (let n = 1; n <= count; n += 1) await open(`instance ${n}`);
    return { database, dataDir, cable, instances: [...instances], open, close };
  } catch (error) {
    await close();
    throw error;
  }
}

export function makeFolder(folder: string): void {
  mkdirSync(folder, { recursive: true });
  // PostgreSQL started by root runs under another account, which must pass through.
  chmodSync(folder, process.getuid?.() === 0 ? 0o711 : 0o700);
}

/** Founds it in the database of DATABASE_URL, with the participants of the officers' desk. */
export async function foundForClients(): Promise<void> {
  const unsafe = await unsafeStorage();
  if (unsafe.length > 0)
    throw new Error(`PostgreSQL runs with ${unsafe.join(", ")} off: it may lose what it says.`);
  await foundRegister({ demonstration: false, offsetMs: 0, timeZone: "Europe/Kyiv", marking: "Long run" });
  for (const code of DESK) {
    const participant = {
      code,
      kind: "STATE",
      role: "MEMBER",
      names: { en: code, fr: code, uk: code },
      joinedOn: null,
    } as const;
    const recorded = await recordParticipant({ ...THE_REGISTER, role: "ADMIN" }, participant);
    if (!recorded.ok) throw new Error(recorded.refusal.code);
  }
}

function environment(databaseUrl: string, dataDir: string): NodeJS.ProcessEnv {
  const { DATABASE_OWNER_URL: _owner, NEXTAUTH_URL: _url, MARKING: _marking, ...rest } = process.env;
  return {
    ...rest,
    DATABASE_URL: databaseUrl,
    NEXTAUTH_SECRET: randomBytes(36).toString("base64url"),
    CHANGES_AT_ONCE: "0",
    HOST: "127.0.0.1",
    DATA_DIR: dataDir,
    DEMO: "0",
  };
}
