// `npm run restore -- BACKUP [--into FOLDER] [--checkpoint FILE]`: restores a backup into an empty place and checks it.
// FILE is the last checkpoint that was sent elsewhere, for when the installation itself is lost.
import { install } from "./base/install.mjs";
import { run } from "./base/plain-error.mjs";

const USAGE = "npm run restore -- BACKUP [--into FOLDER] [--checkpoint FILE]";

await run(async () => {
  const { parseArguments: wordsIn, fromHere, stopSignal } = await import("./backup/arguments.mjs");
  const options = /** @type {const} */ ({ into: { type: "string" }, checkpoint: { type: "string" } });
  const { values, positionals } = wordsIn(options, 1, USAGE);
  const { readSettings } = await import("./start/settings.mjs");
  const settings = readSettings({ secretRequired: false });
  install({ tools: false });
  const { generate } = await import("./generate.mjs");
  const { restore } = await import("./backup/restore.mjs");
  generate();
  await restore(settings, {
    from: fromHere(positionals[0] ?? ""),
    into: values.into === undefined ? settings.dataDir : fromHere(values.into),
    checkpoint: values.checkpoint === undefined ? null : fromHere(values.checkpoint),
    say: (line) => console.log(line),
    stop: stopSignal(),
  });
});
