// `npm run test:long`: the long run beside `npm test`. It may take as long as one likes; --minutes says how long.
import { install } from "./install.mjs";
import { run } from "./plain-error.mjs";

await run(async () => {
  install({ tools: true });
  const { generate } = await import("./generate.mjs");
  const { buildIfStale } = await import("./build.mjs");
  const { command } = await import("./command.mjs");
  const { RUN_TS } = await import("./paths.mjs");
  const quit = new AbortController();
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => quit.abort());
  generate();
  await buildIfStale(quit.signal);
  const args = [...RUN_TS, "tests/long/main.ts", ...process.argv.slice(2)];
  process.exitCode = await command("node", args, { signal: quit.signal });
});
