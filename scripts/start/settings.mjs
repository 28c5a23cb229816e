import { withSecretFiles } from "../../lib/platform/secret-files.mjs";
import { weakSecret } from "../../lib/platform/weak-secret.mjs";
import { dataDir } from "../base/paths.mjs";
import { PlainError } from "../base/plain-error.mjs";

/**
 * The settings from the environment; throws for the first invalid one.
 * @param {{ secretRequired?: boolean }} [options] false for commands that sign nobody in
 */
export function readSettings({ secretRequired = true } = {}) {
  readSecretFiles();
  const {
    DATABASE_URL,
    DATABASE_OWNER_URL,
    NEXTAUTH_SECRET,
    NEXTAUTH_SECRETS_BEFORE = "",
    NEXTAUTH_URL,
    REGISTER_TIME_ZONE,
    DATABASE_POOL,
    WORKER,
    DRAIN_SECONDS,
    HSTS_SUBDOMAINS,
    WITNESSES,
    SECURITY_CONTACT,
    DEMO,
    DEMO_PASSWORD,
    REQUEST_LOG,
  } = process.env;
  if (DATABASE_OWNER_URL && !DATABASE_URL)
    throw new PlainError("DATABASE_OWNER_URL is set, but DATABASE_URL is not.");
  for (const url of [DATABASE_URL, DATABASE_OWNER_URL]) if (url) checkDatabase(url);
  if (secretRequired && DATABASE_URL && !NEXTAUTH_SECRET) {
    throw new PlainError(
      "DATABASE_URL is set, so NEXTAUTH_SECRET is required too. Create one with: openssl rand -base64 48",
    );
  }
  for (const secret of [NEXTAUTH_SECRET ?? "", ...NEXTAUTH_SECRETS_BEFORE.split(/\s+/)]) checkSecret(secret);
  if (NEXTAUTH_URL && !/^https?:\/\/[^/]/.test(NEXTAUTH_URL))
    throw new PlainError("NEXTAUTH_URL must begin with http:// or https://");
  if (REGISTER_TIME_ZONE) checkTimeZone(REGISTER_TIME_ZONE);
  if (DATABASE_POOL && !(/^\d+$/.test(DATABASE_POOL) && +DATABASE_POOL >= 2 && +DATABASE_POOL <= 200))
    throw new PlainError(`DATABASE_POOL must be a number from 2 to 200, not ${DATABASE_POOL}.`);
  for (const name of ["HEAP_MB", "WORKER_HEAP_MB"]) checkHeap(name);
  if (WORKER && !["0", "1"].includes(WORKER)) throw new PlainError("WORKER must be 1 or 0.");
  if (DRAIN_SECONDS && !(/^\d{1,3}$/.test(DRAIN_SECONDS) && +DRAIN_SECONDS <= 300))
    throw new PlainError(`DRAIN_SECONDS must be a number from 0 to 300, not ${DRAIN_SECONDS}.`);
  if (WITNESSES) checkWitnesses(WITNESSES);
  if (SECURITY_CONTACT) checkContacts(SECURITY_CONTACT);
  checkMail();
  checkBucket();
  if (HSTS_SUBDOMAINS && !["0", "1"].includes(HSTS_SUBDOMAINS))
    throw new PlainError("HSTS_SUBDOMAINS must be 1 or 0.");
  if (DEMO && !["0", "1"].includes(DEMO)) throw new PlainError("DEMO must be 1 or 0.");
  checkWatching();
  return {
    databaseUrl: DATABASE_URL || null,
    ownerUrl: DATABASE_OWNER_URL || DATABASE_URL || null,
    secret: NEXTAUTH_SECRET || null,
    demo: DEMO ? DEMO === "1" : !DATABASE_URL,
    demoPassword: DEMO_PASSWORD || null,
    host: process.env.HOST || "127.0.0.1",
    port: portOf(process.env.PORT || "3000"),
    dataDir: dataDir(),
    worker: WORKER !== "0",
    // Request lines are for log collectors, not for the terminal of a single desk.
    requestLog: REQUEST_LOG ? REQUEST_LOG === "1" : Boolean(DATABASE_URL),
  };
}

/** @typedef {ReturnType<typeof readSettings>} Settings */

/** Puts secrets from files into the environment, where this start's processes find them. */
function readSecretFiles() {
  try {
    const read = withSecretFiles(process.env);
    for (const name of Object.keys(process.env)) if (!(name in read)) delete process.env[name];
    Object.assign(process.env, read);
  } catch (error) {
    throw new PlainError(/** @type {Error} */ (error).message, { cause: error });
  }
}

/** @param {string} secret */
function checkSecret(secret) {
  const weak = secret === "" ? null : weakSecret(secret);
  if (weak)
    throw new PlainError(
      `NEXTAUTH_SECRET can't be used: ${weak}. Create a good one with: openssl rand -base64 48`,
    );
}

/** @param {string} text */
function portOf(text) {
  const port = Number(text);
  if (/^\d+$/.test(text) && port > 0 && port < 65536) return port;
  throw new PlainError(`PORT must be a number from 1 to 65535, not ${text}.`);
}

/** @param {string} url */
function checkDatabase(url) {
  const [, authority] = /^postgres(?:ql)?:\/\/([^/?#]*)/.exec(url) ?? [];
  if (authority === undefined)
    throw new PlainError("DATABASE_URL and DATABASE_OWNER_URL must begin with postgresql://");
  if (/,[^@]*$/.test(authority) || /[?&]host=[^&]*(,|%2c)/i.test(url))
    throw new PlainError(
      "DATABASE_URL and DATABASE_OWNER_URL must name one host each. For a database with standbys, name its proxy, or an address that always leads to the primary.",
    );
  if (!URL.canParse(url.replace("@/", "@localhost/")))
    throw new PlainError(
      "DATABASE_URL or DATABASE_OWNER_URL cannot be read. In a name or a password, write @ as %40, / as %2F, # as %23, % as %25.",
    );
}

/** @param {string} name */
function checkHeap(name) {
  const given = process.env[name];
  if (given && !(/^\d{3,5}$/.test(given) && +given >= 256))
    throw new PlainError(`${name} must be a number from 256 to 99999, not ${given}.`);
}

/** @param {string} name */
function checkTimeZone(name) {
  try {
    new Intl.DateTimeFormat("en", { timeZone: name });
  } catch {
    throw new PlainError(`REGISTER_TIME_ZONE is not a time zone: ${name}`);
  }
}

/** The same format as in lib/platform/env.ts. @param {string} text */
function checkContacts(text) {
  for (const word of text.split(/\s+/).filter(Boolean))
    if (!/^(mailto:[^\s@]+@[^\s@]+|https:\/\/[^\s/]\S*|tel:\+?[\d().-]+)$/.test(word))
      throw new PlainError(
        `SECURITY_CONTACT must be mailto:, https:// or tel: addresses, separated by spaces, not ${word.slice(0, 200)}.`,
      );
}

function checkMail() {
  const { SMTP_URL, MAIL_FROM } = process.env;
  if (!SMTP_URL) return;
  if (!/^smtps?:\/\/[^/?#]+\/?$/.test(SMTP_URL))
    throw new PlainError("SMTP_URL must begin with smtp:// or smtps://, name a host, and have no path.");
  try {
    decodeURIComponent(SMTP_URL);
  } catch {
    throw new PlainError("In the name and the password of SMTP_URL, write % as %25.");
  }
  if (!MAIL_FROM) throw new PlainError("SMTP_URL is set, so MAIL_FROM is required too.");
}

function checkWatching() {
  const { METRICS_TOKEN, WORKER_METRICS, REQUEST_LOG } = process.env;
  if (METRICS_TOKEN && METRICS_TOKEN.length < 16)
    throw new PlainError(
      "METRICS_TOKEN must have at least 16 characters. Create one with: openssl rand -base64 32",
    );
  if (WORKER_METRICS && !/^(.+:)?\d{1,5}$/.test(WORKER_METRICS))
    throw new PlainError(`WORKER_METRICS must be a port, or an address and a port, not ${WORKER_METRICS}.`);
  if (REQUEST_LOG && !["0", "1"].includes(REQUEST_LOG)) throw new PlainError("REQUEST_LOG must be 1 or 0.");
}

function checkBucket() {
  const { FILES_BUCKET, FILES_KEY_ID, FILES_SECRET } = process.env;
  if (!FILES_BUCKET) return;
  if (!/^https?:\/\/[^/]/.test(FILES_BUCKET))
    throw new PlainError("FILES_BUCKET must begin with http:// or https://");
  if (!FILES_KEY_ID || !FILES_SECRET)
    throw new PlainError("FILES_BUCKET is set, so FILES_KEY_ID and FILES_SECRET are required too.");
}

/** The same format as in lib/domain/log/witness.ts: an address, then its verifier key. @param {string} text */
function checkWitnesses(text) {
  for (const [index, word] of text.split(/\s+/).filter(Boolean).entries()) {
    const isAddress = index % 2 === 0;
    if (
      isAddress
        ? !/^https?:\/\/[^\s?#]+$/.test(word)
        : !/^[^\s+]+\+[0-9a-f]{8}\+B[A-P][A-Za-z0-9+/]{42}$/.test(word)
    )
      throw new PlainError(
        `WITNESSES must be pairs of an address and a witness's verifier key. This part is wrong: ${word.slice(0, 200)}.`,
      );
  }
  if (text.split(/\s+/).filter(Boolean).length % 2 === 1)
    throw new PlainError("WITNESSES ends with an address whose verifier key is missing.");
}
