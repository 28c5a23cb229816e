// Third-party programs that production needs. On Debian, root installs what is missing; elsewhere an error lists it.
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { PlainError } from "@/scripts/base/plain-error.mjs";
import type { Account } from "./program";

/** One program of each Debian package. PostgreSQL's are found separately: they aren't on the path. */
const PROGRAMS: Readonly<Record<string, string>> = {
  haproxy: "haproxy",
  pgbouncer: "pgbouncer",
  patroni: "patroni",
  "etcd-server": "etcd",
  pgbackrest: "pgbackrest",
  openssl: "openssl",
};
const PLACES = ["/usr/sbin", "/usr/bin", "/usr/local/bin", "/usr/local/sbin"];

export const programAt = (name: string): string =>
  PLACES.map((folder) => path.join(folder, name)).find((file) => existsSync(file)) ?? "";

/** The folder of the newest PostgreSQL's programs. */
export function postgresBin(): string {
  const versions = "/usr/lib/postgresql";
  const found = existsSync(versions) ? readdirSync(versions) : [];
  const newest = found
    .filter((version) => existsSync(path.join(versions, version, "bin/initdb")))
    .sort((a, b) => Number(b) - Number(a))[0];
  return newest === undefined ? "" : path.join(versions, newest, "bin");
}

/** The library that shifts the clock of one process. */
export const fakeClock = (): string =>
  ["x86_64-linux-gnu", "aarch64-linux-gnu"]
    .map((machine) => `/usr/lib/${machine}/faketime/libfaketime.so.1`)
    .find((file) => existsSync(file)) ?? "";

const missing = (): string[] => [
  ...(postgresBin() === "" ? ["postgresql"] : []),
  ...Object.keys(PROGRAMS).filter((name) => programAt(PROGRAMS[name] ?? "") === ""),
  ...(fakeClock() === "" ? ["faketime"] : []),
  // Patroni only recommends it.
  ...(existsSync("/usr/lib/python3/dist-packages/etcd") ? [] : ["python3-etcd"]),
];

/** Throws with a line that says what to install. */
export function installNeeded(): void {
  const lacking = missing();
  if (lacking.length === 0) return;
  const by = `apt-get install --no-install-recommends ${lacking.join(" ")}`;
  if (process.getuid?.() !== 0 || programAt("apt-get") === "")
    throw new PlainError(`npm run test:production needs ${lacking.join(", ")}. On Debian, as root: ${by}`);
  console.log(`Installing ${lacking.join(", ")}.`);
  const without = withoutStarting(() =>
    spawnSync("apt-get", ["--yes", "--quiet=2", ...by.split(" ").slice(1)], {
      env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
      encoding: "utf8",
    }),
  );
  const still = missing();
  if (still.length > 0)
    throw new PlainError(`${by} did not succeed; ${still.join(", ")} are missing.\n${without.stderr}`);
}

/** Debian starts a service when it is installed, unless this file forbids it. */
function withoutStarting<T>(work: () => T): T {
  const policy = "/usr/sbin/policy-rc.d";
  if (existsSync(policy)) return work();
  writeFileSync(policy, "#!/bin/sh\nexit 101\n", { mode: 0o755 });
  try {
    return work();
  } finally {
    rmSync(policy);
  }
}

/** PostgreSQL and etcd don't run as root. Null: they run as this account. */
export function databaseAccount(): Account | null {
  if (process.getuid?.() !== 0) return null;
  const accounts = readFileSync("/etc/passwd", "utf8");
  const line = /^postgres:[^:]*:(\d+):(\d+)/m.exec(accounts) ?? /^nobody:[^:]*:(\d+):(\d+)/m.exec(accounts);
  return { uid: Number(line?.[1]), gid: Number(line?.[2]) };
}
