// npm run rotate:key -- "why": adds a second key, which signs with the first; prints what to give to whom.
// npm run rotate:key -- --retire "why": afterwards, only the new one signs.
// Exit 0 done, 1 not possible now, 2 it could not be done.
import { sealingFilesIn } from "@/lib/trust/checkpoints/sealing-files";
import { withSecretFiles } from "@/lib/platform/secret-files.mjs";
import { addKey, retireKeys, type Rotated } from "@/lib/trust/checkpoints/rotation";
import { runScript } from "./run-script";

const SORRY: Record<string, string> = {
  "already-there": 'Two keys already sign. Retire the old one first: npm run rotate:key -- --retire "why"',
  "no-such-step":
    "There is nothing to retire: there is only one key, or the new one has not yet signed a checkpoint together with the old one.",
  "in-progress":
    "The database doesn't match the last checkpoint. Settle that first: npm run acknowledge:restore",
  "not-found":
    "There is no key of this register's log in DATA_DIR or SEALING_KEYS_FILE, or the log is still empty.",
};

await runScript(async () => {
  const args = process.argv.slice(2);
  const isRetiring = args[0] === "--retire";
  const why = args
    .slice(isRetiring ? 1 : 0)
    .join(" ")
    .trim();
  if (why === "" || why.startsWith("--"))
    throw new Error(
      `give a reason: npm run rotate:key -- ${isRetiring ? "--retire " : ""}"Planned, once a year"`,
    );
  const place = { ...sealingFilesIn(withSecretFiles(process.env)), sinks: [] };
  const done = await (isRetiring ? retireKeys(place, why) : addKey(place, why));
  if (done.ok) console.log(isRetiring ? retired(done.value) : added(done.value));
  else console.error(SORRY[done.refusal.code] ?? done.refusal.code);
  return done.ok ? 0 : 1;
}, "could not rotate: ");

function added({ keys, changed, checkpoint }: Rotated): string {
  return `Recorded. From the checkpoint of ${checkpoint.size} entries on, both keys sign:
${keys.map((key) => `  ${key}\n`).join("")}
The new key:
  ${changed.join("\n  ")}

Give it to everyone who checks packages and to each witness, in the same way as the old one, and publish it where the old one is
published. Anyone who has the old key can accept the new one because of this checkpoint, which both have signed:

${checkpoint.note}
When everyone has it: npm run rotate:key -- --retire "why"`;
}

function retired({ keys, changed, checkpoint }: Rotated): string {
  return `Recorded. From the checkpoint of ${checkpoint.size} entries on, only this key signs:
  ${keys.join("\n  ")}

Retired, and its private half deleted:
  ${changed.join("\n  ")}

Tell the same people. Its signatures remain valid: packages made before are still checked with it.`;
}
