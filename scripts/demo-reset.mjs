// `npm run demo:reset`: the demonstration from its beginning. Touches nothing but an embedded register that says it is one.
import { install } from "./install.mjs";
import { PlainError, run } from "./plain-error.mjs";

await run(async () => {
  const { readSettings } = await import("./start/settings.mjs");
  const settings = readSettings();
  if (settings.databaseUrl)
    throw new PlainError("demo:reset is for the embedded register, and DATABASE_URL is set.");
  install({ tools: false });
  const { resetDemonstration } = await import("./start/reset-demonstration.mjs");
  await resetDemonstration(settings);
});
