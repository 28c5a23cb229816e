// PostgreSQL refuses to run as root. An ordinary user runs it directly. Root runs it as another account, by the first
// of three ways that reaches the binaries and the data. They may be in root's closed folder.
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { PlainError } from "../base/plain-error.mjs";

/**
 * @typedef {{ command: string[], ids: { uid?: number, gid?: number }, owner: { uid: number, gid: number } | null }} Launcher
 * `command` precedes the binary, `ids` are spawn options, `owner` must own the data.
 */

/**
 * @param {string} binary
 * @param {string} folder it must be able to enter
 * @returns {Launcher}
 */
export function chooseLauncher(binary, folder) {
  if (process.getuid?.() !== 0) return { command: [], ids: {}, owner: null };
  const account = unprivileged();
  const found = waysFromRoot(account).find((way) => reaches(way, binary, folder));
  if (found) return found;
  throw new PlainError(
    `PostgreSQL cannot run as root, and no other account may enter ${folder}. Run this as an ordinary user, or move the checkout.`,
  );
}

/** @param {{ uid: number, gid: number }} account @returns {Launcher[]} */
function waysFromRoot(account) {
  const { uid, gid } = account;
  const asRootOwned = ["unshare", "--user", `--map-user=${uid}`, `--map-group=${gid}`, "--"];
  const caps = [
    "--inh-caps=+dac_override,+dac_read_search",
    "--ambient-caps=+dac_override,+dac_read_search",
    "--securebits=+no_setuid_fixup",
  ];
  return [
    { command: [], ids: account, owner: account },
    { command: asRootOwned, ids: {}, owner: { uid: 0, gid: 0 } },
    {
      command: ["setpriv", `--reuid=${uid}`, `--regid=${gid}`, "--clear-groups", ...caps, "--"],
      ids: {},
      owner: account,
    },
  ];
}

/** @param {Launcher} way @param {string} binary @param {string} folder */
function reaches({ command, ids }, binary, folder) {
  const [file, ...args] = [...command, "/bin/sh", "-c", 'cd "$1" && "$2" --version', "sh", folder, binary];
  return spawnSync(file, args, { ...ids, cwd: "/", stdio: "ignore" }).status === 0;
}

function unprivileged() {
  const accounts = readFileSync("/etc/passwd", "utf8")
    .split("\n")
    .map((line) => line.split(":"));
  for (const name of ["postgres", "nobody"]) {
    const [, , uid, gid] = accounts.find((account) => account[0] === name) ?? [];
    if (uid && gid) return { uid: Number(uid), gid: Number(gid) };
  }
  throw new PlainError(
    "PostgreSQL cannot run as root, and there is no account postgres or nobody to run it as.",
  );
}
