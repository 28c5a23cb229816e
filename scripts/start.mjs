// `npm start`, and `npm run dev` with --dev: from a fresh clone to a running register. Only Node's own modules may be
// imported before the packages are installed.
import { install } from "./base/install.mjs";
import { run } from "./base/plain-error.mjs";

await run(async () => {
  const { readSettings } = await import("./start/settings.mjs");
  const settings = readSettings();
  install({ tools: false });
  const { serve } = await import("./start/serve.mjs");
  await serve(settings, { dev: process.argv.includes("--dev") });
});
