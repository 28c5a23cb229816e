import { spawn, spawnSync } from "node:child_process";
import { PlainError } from "../base/plain-error.mjs";

/** @typedef {{ major: number, run: (url: string, args: string[], file?: string) => Promise<void> }} Program */

/**
 * A PostgreSQL program, if it is installed and new enough.
 * @param {"pg_dump" | "pg_restore"} name
 * @param {{ atLeast: number, why: string }} needed
 * @returns {Program}
 */
export function programOf(name, { atLeast, why }) {
  const { stdout, error } = spawnSync(name, ["--version"], { encoding: "utf8" });
  const major = Number(/(\d+)/.exec(stdout ?? "")?.[1] ?? 0);
  const install = `Install PostgreSQL's client programs, version ${atLeast} or later (on Debian and Ubuntu postgresql-client-${atLeast}).`;
  if (error || major === 0) throw new PlainError(`${name} is needed, but not installed. ${install}`);
  if (major < atLeast) throw new PlainError(`${name} is version ${major}, but ${why}. ${install}`);
  return { major, run: (url, args, file) => runOn(name, url, args, file) };
}

/** Passes the password in the environment: arguments are visible to everyone on the machine.
 * @param {string} name @param {string} url @param {string[]} args @param {string} [file] @returns {Promise<void>} */
function runOn(name, url, args, file) {
  const address = new URL(url.replace("@/", "@localhost/"));
  const password = decodeURIComponent(address.password);
  address.password = "";
  const child = spawn(name, [...args, "--no-password", `--dbname=${address.href}`, ...(file ? [file] : [])], {
    stdio: ["ignore", "inherit", "pipe"],
    env: { ...process.env, ...(password ? { PGPASSWORD: password } : {}) },
  });
  let output = "";
  child.stderr.setEncoding("utf8").on("data", (part) => (output = (output + part).slice(-4000)));
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code) =>
      code === 0 ? resolve() : reject(new PlainError(`${name} failed:\n${output.trim()}`)),
    );
  });
}
