import { keepSecret, keptSecret, prepareDataDir, secretOf } from "../base/data-dir.mjs";
import { changePassword, demonstrationAccounts, fillRegister } from "./content.mjs";

/** @typedef {import("./settings.mjs").Settings} Settings */

/**
 * Fills the register, and makes sure that the demonstration's password is the stored and printed one.
 * @param {Settings} settings
 * @param {{ ownerUrl: string, env: NodeJS.ProcessEnv, signal?: AbortSignal, founding?: Promise<string> | null }} given
 */
export async function openWithContent({ demo, demoPassword, databaseUrl, dataDir }, given) {
  const { ownerUrl, env, signal } = given;
  const before = await demonstrationAccounts(ownerUrl);
  if (demo && before.length === 0) prepareDataDir(dataDir);
  const password =
    demo && before.length === 0 ? (demoPassword ?? secretOf(dataDir, "demonstration")) : demoPassword;
  const withPassword = password === null ? env : { ...env, DEMO_PASSWORD: password };
  await fillRegister({ ...given, demo, resumable: !databaseUrl, livedIn: true, env: withPassword });
  if (password === null || password === keptSecret(dataDir, "demonstration")) return;
  if (before.length > 0) await changePassword(withPassword, signal);
  if ((await demonstrationAccounts(ownerUrl)).length === 0) return;
  // With an external database, this folder may not exist yet.
  prepareDataDir(dataDir);
  keepSecret(dataDir, "demonstration", password);
}
