// `npm start`, and `npm run dev` with --dev: from a fresh clone to a register that answers. Only Node's own modules
// may be imported before the packages are there.
import { install } from "./install.mjs";
import { run } from "./plain-error.mjs";

await run(async () => {
  const { readSettings } = await import("./start/settings.mjs");
  const settings = readSettings();
  install({ tools: false });
  const { serve } = await import("./start/serve.mjs");
  await serve(settings, { dev: process.argv.includes("--dev") });
});
