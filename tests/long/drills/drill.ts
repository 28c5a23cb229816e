// The drill: a backup taken while a crowd writes, and restored elsewhere. It matches the checkpoint that was kept outside
// before it, lacks what a later one covers, and continues once that loss is on record.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { acknowledgeRestore } from "@/lib/trust/checkpoints/commands";
import { readExternalCheckpoints } from "@/lib/trust/checkpoints/external-checkpoint";
import { sealLog } from "@/lib/trust/checkpoints/sealing";
import { disconnect } from "@/lib/db/client";
import { verifyRegister } from "@/lib/db/verify/verify";
import { THE_REGISTER } from "@/lib/domain/people/actor";
import type { Checkpoint } from "@/lib/domain/log/note";
import { recordParticipant } from "@/lib/people/participants/commands";
import { backUpRunning } from "@/scripts/backup/back-up.mjs";
import { restore } from "@/scripts/backup/restore.mjs";
import { startEmbedded } from "@/scripts/embedded/server.mjs";
import type { Complaint } from "../traffic";

export interface TakenBackup {
  backup: string;
  /** The last checkpoint before it, as kept outside. */
  before: Checkpoint;
  ms: number;
}

/** While others write. */
export async function takeBackup(superUrl: string, dataDir: string, folder: string): Promise<TakenBackup> {
  const [before] = readExternalCheckpoints(noteIn(dataDir), []);
  if (!before) throw new Error("nothing was sealed before the backup");
  const began = Date.now();
  const backup = await backUpRunning(superUrl, {
    dataDir,
    to: path.join(folder, "backups"),
    say: () => undefined,
  });
  return { backup, before, ms: Date.now() - began };
}

/** Leaves the process without a database. */
export async function putBack(
  { backup, before, ms }: TakenBackup,
  dataDir: string,
  folder: string,
): Promise<{ report: string; complaints: Complaint[] }> {
  // On a busy machine the crowd is gone before the backup is made, which would then lack nothing.
  await recordSomebody("FI");
  await sealLog({ dataDir, sinks: [] });
  const outside = path.join(folder, "outside");
  mkdirSync(outside);
  const note = path.join(outside, "latest.note");
  writeFileSync(note, noteIn(dataDir));
  const [after] = readExternalCheckpoints(readFileSync(note, "utf8"), []);
  if (!after) throw new Error("nothing was sealed after the backup");
  const began = Date.now();
  const restored = path.join(folder, "restored");
  const options = { from: backup, into: restored, checkpoint: note, say: () => undefined };
  await restore({ databaseUrl: null, ownerUrl: null }, options);
  const restoredMs = Date.now() - began;
  await disconnect();
  const server = await startEmbedded(restored);
  try {
    process.env.DATABASE_URL = server.appUrl;
    const wrong = await rehearse({ dataDir: restored, sinks: [] }, before, after);
    return {
      report: `taken in ${ms} ms beside the crowd, put back and checked in ${restoredMs} ms; sealed before it: ${before.size} entries, after it: ${after.size}`,
      complaints: wrong.map((what) => ({ kind: "the drill failed", what })),
    };
  } finally {
    await disconnect();
    await server.stop();
  }
}

async function rehearse(
  place: { dataDir: string; sinks: string[] },
  before: Checkpoint,
  after: Checkpoint,
): Promise<string[]> {
  const wrong: string[] = [];
  const expect = (holds: boolean, what: string): void => void (holds || wrong.push(what));
  const intact = async (held: Checkpoint[]): Promise<boolean> => (await verifyRegister(held)).intact;

  expect(await intact([before]), "it doesn't bear out the checkpoint from before the backup");
  expect(!(await intact([after])), "what was signed after the backup isn't missed");
  expect((await sealLog(place)).is === "behind", "it was sealed as if nothing were lost");
  const done = await acknowledgeRestore(place, "A drill");
  expect(done.ok, "the loss could not be put on record");
  expect((await recordSomebody("NO")).ok, "it took no more records");
  const next = await sealLog(place);
  if (next.is !== "sealed") return [...wrong, `it is ${next.is} where it should go on`];
  expect(next.checkpoint.origin === `${before.origin}/2`, `it goes on as ${next.checkpoint.origin}`);
  expect(await intact([before, next.checkpoint]), "it isn't intact as it goes on");
  return wrong;
}

function recordSomebody(code: string) {
  const names = { en: "After", fr: "After", uk: "After" };
  const participant = { code, kind: "STATE", role: "MEMBER", names, joinedOn: null } as const;
  return recordParticipant({ ...THE_REGISTER, role: "ADMIN" }, participant);
}

const noteIn = (dataDir: string): string =>
  readFileSync(path.join(dataDir, "checkpoints", "latest.note"), "utf8");
