// `npm run backup [-- --to FOLDER]`: everything needed to restore the register, in a new folder, while people work.
import { install } from "./base/install.mjs";
import { run } from "./base/plain-error.mjs";

await run(async () => {
  const { parseArguments: wordsIn, fromHere, stopSignal } = await import("./backup/arguments.mjs");
  const { values } = wordsIn({ to: { type: "string" } }, 0, "npm run backup [-- --to FOLDER]");
  const { readSettings } = await import("./start/settings.mjs");
  const settings = readSettings({ secretRequired: false });
  install({ tools: false });
  const { backUp } = await import("./backup/back-up.mjs");
  await backUp(settings, {
    ...(values.to === undefined ? {} : { to: fromHere(values.to) }),
    say: (line) => console.log(line),
    stop: stopSignal(),
  });
});
