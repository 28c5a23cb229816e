import { randomBytes } from "node:crypto";
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";
import { PlainError } from "./plain-error.mjs";

/**
 * Creates the folder if needed, and checks that it is writable.
 * @param {string} dataDir
 */
export function prepareDataDir(dataDir) {
  try {
    if (!existsSync(dataDir)) {
      makeFolder(dataDir);
      // Under root, the account that PostgreSQL runs as must be able to pass through, but not read here.
      chmodSync(dataDir, process.getuid?.() === 0 ? 0o711 : 0o700);
    }
    rmSync(mkdtempSync(path.join(dataDir, ".try-")), { recursive: true });
  } catch (error) {
    const { code } = /** @type {NodeJS.ErrnoException} */ (error);
    throw new PlainError(
      `The folder ${dataDir} cannot be written to (${code}). Set DATA_DIR to a folder that can.`,
    );
  }
}

/** Replaces mkdir's recursion, which loops for ever where the system denies that a parent exists.
 * @param {string} folder */
export function makeFolder(folder) {
  if (existsSync(folder)) return;
  makeFolder(path.dirname(folder));
  mkdirSync(folder);
}

/** @typedef {"superuser" | "owner" | "application" | "sessions" | "demonstration"} SecretName */

/**
 * A secret of this register: created on first use, readable only by this account.
 * @param {string} dataDir
 * @param {SecretName} name
 */
export function secretOf(dataDir, name) {
  const made = () => (name === "demonstration" ? readable() : randomBytes(36).toString("base64url"));
  return keptSecret(dataDir, name) ?? keepSecret(dataDir, name, made());
}

/** The secret, or null if it doesn't exist yet. @param {string} dataDir @param {SecretName} name */
export const keptSecret = (dataDir, name) => secretsIn(dataDir)[name] ?? null;

/** @param {string} dataDir @param {SecretName} name @param {string} secret */
export function keepSecret(dataDir, name, secret) {
  const file = path.join(dataDir, "secrets.json");
  const draft = `${file}.${process.pid}`;
  const secrets = { ...secretsIn(dataDir), [name]: secret };
  writeFileSync(draft, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600 });
  renameSync(draft, file);
  return secret;
}

/** @param {string} dataDir @returns {Record<string, string>} */
function secretsIn(dataDir) {
  const file = path.join(dataDir, "secrets.json");
  if (!existsSync(file)) return {};
  try {
    const secrets = JSON.parse(readFileSync(file, "utf8"));
    if (typeof secrets === "object" && secrets !== null) return secrets;
  } catch {
    // Without its contents nobody can open the database, and new secrets would only hide that.
  }
  throw new PlainError(
    `${file} is incomplete or was changed: it is not valid JSON. Restore it from a backup.`,
  );
}

/** Whether `secretOf` generated it, rather than a person choosing it. @param {string} secret */
export const isMadeUp = (secret) => /^[a-z0-9]{4}(-[a-z0-9]{4}){3}$/.test(secret);

/** Four groups of letters and digits that aren't easily confused, since they are typed from a screen: 80 bits. */
const readable = () =>
  [...randomBytes(16)]
    .map((byte) => "abcdefghjkmnpqrstuvwxyz023456789"[byte % 32])
    .join("")
    .replace(/(.{4})(?=.)/g, "$1-");
