import { keptSecret } from "../data-dir.mjs";
import { demonstrationAccounts } from "./content.mjs";

/**
 * Prints where the register is and, for a demonstration, how to sign in.
 * @param {import("./settings.mjs").Settings} settings
 * @param {string} ownerUrl
 */
export async function welcome({ host, port, dataDir }, ownerUrl) {
  const name = ["127.0.0.1", "::1", "0.0.0.0", "::"].includes(host) ? "localhost" : host;
  const accounts = await demonstrationAccounts(ownerUrl);
  const lines = [`The register is open: ${process.env.NEXTAUTH_URL || `http://${name}:${port}`}`];
  if (accounts.length > 0) {
    const password = keptSecret(dataDir, "demonstration");
    lines.push("", `Demonstration accounts${password ? `, password ${password}` : ""}`);
    for (const account of accounts) lines.push(`  ${account.email.padEnd(34)} ${account.name}`);
  }
  console.log(`\n${lines.join("\n")}\n\nCtrl-C stops it.`);
}
