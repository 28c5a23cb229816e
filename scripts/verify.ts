// npm run verify [-- --checkpoint FILE [--key KEY]]: exit 0 intact, 1 something is wrong (the first thing is named), 2 it
// could not be verified. FILE holds notes that were kept outside; KEY is a verifier key, or a file with some.
import { existsSync, readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { readHeld } from "@/lib/checkpoints/held";
import { disconnect } from "@/lib/db/client";
import { verifyRegister } from "@/lib/db/verify/verify";

try {
  const { values } = parseArgs({ options: { checkpoint: { type: "string" }, key: { type: "string" } } });
  const keys = values.key === undefined ? [] : keysIn(values.key);
  const held = values.checkpoint === undefined ? [] : readHeld(readFileSync(values.checkpoint, "utf8"), keys);
  const verdict = await verifyRegister(held);
  if (verdict.intact) {
    console.log(`intact: ${counted(verdict.events, "event")}, ${counted(verdict.records, "record")}`);
    console.log(
      held.length > 0
        ? `It bears out ${counted(held.length, "checkpoint")} held outside.`
        : "Against a complete rewrite this says nothing: give a checkpoint that was held outside (--checkpoint FILE).",
    );
  } else console.log(`not intact: ${verdict.fault}`);
  process.exitCode = verdict.intact ? 0 : 1;
} catch (error) {
  console.error(`could not verify: ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 2;
} finally {
  await disconnect();
}

function keysIn(given: string): string[] {
  const text = existsSync(given) ? readFileSync(given, "utf8") : given;
  return text.split("\n").filter((line) => line.trim() !== "");
}

function counted(n: number, what: string): string {
  return `${n.toLocaleString("en")} ${what}${n === 1 ? "" : "s"}`;
}
