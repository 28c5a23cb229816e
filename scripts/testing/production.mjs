// `npm run test:production`: a whole production setup on one machine. --only NAME runs some drills, --keep
// keeps the files, --seed repeats a run, --port is the first of some twenty ports.
import { install } from "../base/install.mjs";
import { run } from "../base/plain-error.mjs";

await run(async () => {
  install({ tools: true });
  const { buildIfStale } = await import("../build/build.mjs");
  const { command } = await import("../base/command.mjs");
  const { RUN_TS } = await import("../base/paths.mjs");
  const quit = new AbortController();
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => quit.abort());
  await buildIfStale(quit.signal);
  process.exitCode = await command(
    "node",
    [...RUN_TS, "tests/production/main.ts", ...process.argv.slice(2)],
    {
      signal: quit.signal,
    },
  );
});
