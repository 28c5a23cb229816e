// Run by `npm run restore` on a database before it is used: is it intact, and does it reach the last known checkpoint?
// Prints one line of JSON. OWN is the checkpoint from the backup, NOTE any other that was found.
import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { readExternalCheckpoints, textsIn } from "@/lib/trust/checkpoints/external-checkpoint";
import { findSealing } from "@/lib/db/log/seal/proofs";
import { verifyRegister } from "@/lib/db/verify/verify";
import { isLater, readLogName } from "@/lib/domain/log/log-name";
import type { Checkpoint } from "@/lib/domain/log/note";
import { runScript } from "../register/run-script";

interface Known extends Checkpoint {
  file: string;
  text: string;
}

await runScript(async () => {
  const { values } = parseArgs({
    options: { own: { type: "string" }, note: { type: "string", multiple: true, default: [] } },
  });
  const own = values.own === undefined ? [] : knownIn(values.own);
  const verdict = await verifyRegister(own);
  const last = latestOf([...own, ...values.note.flatMap(knownIn)]);
  const { entries } = await findSealing();
  const restored = own[0] === undefined ? 0 : readLogName(own[0].origin).restored;
  console.log(
    JSON.stringify({
      intact: verdict.intact,
      fault: verdict.intact ? "" : verdict.fault,
      entries,
      last: last && { size: last.size, origin: last.origin },
      note: last?.text ?? null,
      behind: last !== null && (readLogName(last.origin).restored > restored || last.size > entries),
    }),
  );
  return 0;
});

function knownIn(file: string): Known[] {
  const text = readFileSync(file, "utf8");
  try {
    const texts = textsIn(text);
    return readExternalCheckpoints(text, []).map((one, index) => ({
      ...one,
      file,
      text: texts[index] ?? "",
    }));
  } catch (error) {
    throw new Error(`${file}: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
  }
}

function latestOf(known: readonly Known[]): Known | null {
  const [first = null, ...more] = known;
  const stranger = more.find(
    ({ origin }) => first && readLogName(origin).log !== readLogName(first.origin).log,
  );
  if (first && stranger)
    throw new Error(
      `${stranger.file} is from another log, ${stranger.origin}; the backup is from ${first.origin}`,
    );
  return more.reduce((last, one) => (last === null || isLater(one, last) ? one : last), first);
}
