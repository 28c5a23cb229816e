// Secrets also come as files, as orchestrators mount them: NAME_FILE names one, instead of NAME. Read before
// anything is installed, so only Node's own modules are imported.
import { readFileSync } from "node:fs";

export const SECRETS = [
  "DATABASE_URL",
  "DATABASE_OWNER_URL",
  "NEXTAUTH_SECRET",
  "NEXTAUTH_SECRETS_BEFORE",
  "SMTP_URL",
  "FILES_KEY_ID",
  "FILES_SECRET",
  "METRICS_TOKEN",
  "OIDC_CLIENT_SECRET",
  "DEMO_PASSWORD",
];

/**
 * The settings with the files' contents, and without their names: processes that inherit them read no file
 * again.
 * @param {NodeJS.Dict<string>} settings
 * @returns {NodeJS.Dict<string>}
 */
export function withSecretFiles(settings) {
  const read = { ...settings };
  for (const name of SECRETS) {
    const file = settings[`${name}_FILE`];
    delete read[`${name}_FILE`];
    if (!file) continue;
    if (settings[name])
      throw new Error(`${name} and ${name}_FILE are both set, and only one of them counts.`);
    read[name] = contentOf(file, `${name}_FILE`);
  }
  return read;
}

/** @param {string} file @param {string} setting */
function contentOf(file, setting) {
  let text;
  try {
    text = readFileSync(file, "utf8").trim();
  } catch (error) {
    const { code } = /** @type {NodeJS.ErrnoException} */ (error);
    throw new Error(`${setting} names a file that can't be read (${code}): ${file}`, { cause: error });
  }
  if (text === "") throw new Error(`${setting} names a file that is empty: ${file}`);
  return text;
}
