// `npm run demo:reset`: resets the demonstration. Affects only an embedded register that is marked as one.
import { install } from "../base/install.mjs";
import { PlainError, run } from "../base/plain-error.mjs";

await run(async () => {
  const { readSettings } = await import("../start/settings.mjs");
  const settings = readSettings();
  if (settings.databaseUrl)
    throw new PlainError("demo:reset is for the embedded register, and DATABASE_URL is set.");
  install({ tools: false });
  const { resetDemonstration } = await import("../start/reset-demonstration.mjs");
  await resetDemonstration(settings);
});
