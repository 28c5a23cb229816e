// npm run rotate:key -- "why": adds a second key that signs checkpoints with the first; says what to give to whom.
// npm run rotate:key -- --retire "why": afterwards, only the new one signs.
// Exit 0 done, 1 not now, 2 it could not be done.
import { houseIn } from "@/lib/trust/checkpoints/house";
import { withSecretFiles } from "@/lib/platform/secret-files.mjs";
import { addKey, retireKeys, type Rotated } from "@/lib/trust/checkpoints/rotation";
import { disconnect } from "@/lib/db/client";

const SORRY: Record<string, string> = {
  "already-there": 'Two keys sign already. Retire the old one first: npm run rotate:key -- --retire "why"',
  "no-such-step":
    "There is nothing to retire: one key signs alone, or the new one has not signed a checkpoint beside the old one yet.",
  "in-progress":
    "The database doesn't bear out the last checkpoint. Settle that first: npm run acknowledge:restore",
  "not-found":
    "There is no key of this register's log in DATA_DIR or SEALING_KEYS_FILE, or nothing is on record yet.",
};

try {
  const args = process.argv.slice(2);
  const isRetiring = args[0] === "--retire";
  const why = args
    .slice(isRetiring ? 1 : 0)
    .join(" ")
    .trim();
  if (why === "" || why.startsWith("--"))
    throw new Error(`say why: npm run rotate:key -- ${isRetiring ? "--retire " : ""}"Planned, once a year"`);
  const house = { ...houseIn(withSecretFiles(process.env)), sinks: [] };
  const done = await (isRetiring ? retireKeys(house, why) : addKey(house, why));
  if (done.ok) console.log(isRetiring ? retired(done.value) : added(done.value));
  else console.error(SORRY[done.refusal.code] ?? done.refusal.code);
  process.exitCode = done.ok ? 0 : 1;
} catch (error) {
  console.error(`could not rotate: ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 2;
} finally {
  await disconnect();
}

function added({ keys, changed, checkpoint }: Rotated): string {
  return `On record. From the checkpoint of ${checkpoint.size} entries on both keys sign:
${keys.map((key) => `  ${key}\n`).join("")}
The new one is
  ${changed.join("\n  ")}

Give it to whoever checks packages and to each witness, by the way they got the old one, and publish it where the old one is
published. Whoever holds the old key may know the new one by this checkpoint, which both have signed:

${checkpoint.note}
When all have it: npm run rotate:key -- --retire "why"`;
}

function retired({ keys, changed, checkpoint }: Rotated): string {
  return `On record. From the checkpoint of ${checkpoint.size} entries on this key signs alone:
  ${keys.join("\n  ")}

Retired, and its private half removed:
  ${changed.join("\n  ")}

Tell the same people. What it signed stays good: packages that were given out before are checked with it.`;
}
