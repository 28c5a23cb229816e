// `npm run check`: everything that needs no database, in under a minute.
import { install } from "./base/install.mjs";
import { run } from "./base/plain-error.mjs";

await run(async () => {
  install({ tools: true });
  const { generate } = await import("./generate.mjs");
  const { runChecks } = await import("./testing/checks.mjs");
  const { runVitest } = await import("./testing/runners.mjs");
  const { TestTally } = await import("./testing/tally.mjs");
  const tally = new TestTally();
  generate();
  tally.add(await runChecks());
  tally.addTests("Vitest", await runVitest(["--project=domain"]));
  console.log(tally.summary);
  if (tally.failures.length > 0) process.exitCode = 1;
});
