// Runs one of our programs with the register's database available: the one in DATABASE_URL, or the embedded
// one, which is started for this command unless it runs already.
import { install } from "../base/install.mjs";
import { PlainError, run } from "../base/plain-error.mjs";

await run(async () => {
  const [file, ...args] = process.argv.slice(2);
  if (!file) throw new PlainError("Which program? node scripts/register/with-register.mjs FILE…");
  const { readSettings } = await import("../start/settings.mjs");
  const settings = readSettings({ secretRequired: false });
  install({ tools: false });
  const { programAt } = await import("../base/paths.mjs");
  const { generate } = await import("../generate.mjs");
  const { reachRegister } = await import("../start/reach-register.mjs");
  const { environment } = await import("../start/environment.mjs");
  const { command } = await import("../base/command.mjs");
  generate();
  const { appUrl, ownerUrl, stop } = await reachRegister(settings);
  try {
    // Without the default port: the register may be served at another.
    const given = { DATABASE_OWNER_URL: ownerUrl, PORT: process.env.PORT || undefined };
    const env = { ...environment(settings, appUrl), ...given };
    process.exitCode = await command("node", [...programAt(file), ...args], { env });
  } finally {
    await stop();
  }
});
