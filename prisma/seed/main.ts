// Loads the demonstration into an empty register:
// node --conditions=react-server --import tsx prisma/seed/main.ts [--lived-in]
import { disconnect } from "@/lib/db/client";
import { env } from "@/lib/platform/env";
import { sayIfGuessable } from "./guessable";
import { loadDemonstration } from "./load";

async function main(): Promise<void> {
  const { DEMO_PASSWORD, MARKING, REGISTER_TIME_ZONE } = env();
  if (DEMO_PASSWORD === undefined)
    throw new Error("DEMO_PASSWORD is missing: the password of the demonstration accounts.");
  const started = Date.now();
  await loadDemonstration({
    password: DEMO_PASSWORD,
    marking: MARKING,
    timeZone: REGISTER_TIME_ZONE,
    livedIn: process.argv.includes("--lived-in"),
    say: (line) => console.log(`  ${line}`),
  });
  await sayIfGuessable(DEMO_PASSWORD, (line) => console.log(`  ${line}`));
  console.log(`Demonstration loaded in ${((Date.now() - started) / 1000).toFixed(1)} s.`);
}

try {
  await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
} finally {
  await disconnect();
}
