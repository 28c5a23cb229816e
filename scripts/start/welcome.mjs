import { isMadeUp, keptSecret } from "../base/data-dir.mjs";
import { demonstrationAccounts } from "./content.mjs";

/**
 * Prints where the register is and, for a demonstration, how to sign in.
 * @param {import("./settings.mjs").Settings} settings
 * @param {string} ownerUrl
 */
export async function welcome(settings, ownerUrl) {
  const { host, port } = settings;
  const name = ["127.0.0.1", "::1", "0.0.0.0", "::"].includes(host) ? "localhost" : host;
  const accounts = await demonstrationAccounts(ownerUrl);
  const lines = [`The register is open: ${process.env.NEXTAUTH_URL || `http://${name}:${port}`}`];
  if (accounts.length > 0) {
    lines.push("", `Demonstration accounts${passwordLine(settings)}`);
    for (const account of accounts) lines.push(`  ${account.email.padEnd(34)} ${account.name}`);
  }
  console.log(`\n${lines.join("\n")}\n\nCtrl-C stops it.`);
}

/**
 * Only a generated password is printed: one that someone chose would end up in a supervisor's logs.
 * @param {Pick<import("./settings.mjs").Settings, "dataDir">} settings
 */
export function passwordLine({ dataDir }) {
  const password = keptSecret(dataDir, "demonstration");
  if (password === null) return ". Their password is not stored here; set a new one with DEMO_PASSWORD=…";
  return isMadeUp(password) ? `, password ${password}` : ", password as set by DEMO_PASSWORD";
}
