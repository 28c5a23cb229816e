// `npm run test:long`: the long run, in addition to `npm test`. It begins with the patches of
// docs/first-change and with three stops under load; --first-change or --stops runs only these. --minutes
// sets the length of the rest. --cases 10 runs the random tests of `npm test` with ten times as many cases,
// and the rest only if --minutes is given.
import { install } from "./base/install.mjs";
import { PlainError, run } from "./base/plain-error.mjs";

await run(async () => {
  const { times, rest } = casesIn(process.argv.slice(2));
  install({ tools: true });
  const { generate } = await import("./generate.mjs");
  const { buildIfStale } = await import("./build/build.mjs");
  const { command } = await import("./base/command.mjs");
  const { RUN_TS } = await import("./base/paths.mjs");
  const { runVitest } = await import("./testing/runners.mjs");
  const quit = new AbortController();
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => quit.abort());
  generate();
  if (times > 0) {
    const env = { ...process.env, TEST_CASES_TIMES: String(times) };
    const { passed, failures, code } = await runVitest([], { env, signal: quit.signal });
    console.log(`With ${times} times the cases: ${passed} passed, ${failures.length} failed`);
    process.exitCode = code;
    if (code !== 0 || !rest.some((word) => word.startsWith("--minutes"))) return;
  }
  const stopsAlone = rest.includes("--stops");
  if (!stopsAlone) {
    const { tryFirstChanges } = await import("./testing/first-change.mjs");
    process.exitCode = tryFirstChanges();
    if (process.exitCode !== 0 || rest.includes("--first-change")) return;
  }
  await buildIfStale(quit.signal);
  process.exitCode = await command("node", [...RUN_TS, "tests/long/drills/stops.ts"], {
    signal: quit.signal,
  });
  if (process.exitCode !== 0 || stopsAlone) return;
  process.exitCode = await command("node", [...RUN_TS, "tests/long/main.ts", ...rest], {
    signal: quit.signal,
  });
});

/** @param {string[]} args */
function casesIn(args) {
  const at = args.findIndex((word) => /^--cases(=|$)/.test(word));
  if (at < 0) return { times: 0, rest: args };
  const joined = args[at]?.split("=")[1];
  const times = Number(joined ?? args[at + 1]);
  if (!Number.isInteger(times) || times < 1)
    throw new PlainError("--cases must be a whole number, for example 10");
  return { times, rest: args.toSpliced(at, joined === undefined ? 2 : 1) };
}
