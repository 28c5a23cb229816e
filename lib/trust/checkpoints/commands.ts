import "server-only";
import { write } from "@/lib/db/write";
import { THE_REGISTER } from "@/lib/domain/people/actor";
import { readLogName } from "@/lib/domain/log/log-name";
import type { Checkpoint } from "@/lib/domain/log/note";
import { refuse } from "@/lib/domain/base/refusal";
import { ok, type Result } from "@/lib/domain/base/result";
import { sealLog, type SealingPlace } from "./sealing";

/**
 * Records that everything signed after the backup is lost, and why. The log then gets another name, so that
 * nobody confuses the two. `already-there` if the database confirms the last checkpoint.
 */
export async function acknowledgeRestore(place: SealingPlace, why: string): Promise<Result<Checkpoint>> {
  const outcome = await sealLog(place);
  if (outcome.is !== "behind") return refuse("already-there");
  const { last, origin } = outcome;
  // The backup may predate an earlier acknowledgement: that one's name must be skipped too.
  const times = readLogName(last.origin).restored - readLogName(origin).restored + 1;
  let done: Result<Checkpoint> = refuse("already-there");
  for (let n = 0; n < times; n += 1) {
    done = await putOnRecord(last, why);
    if (!done.ok) return done;
  }
  return done;
}

function putOnRecord(last: Checkpoint, why: string): Promise<Result<Checkpoint>> {
  return write(THE_REGISTER, async (tx) => {
    const register = await tx.register.lock();
    if (!register) return refuse("not-found");
    const reason = `${why} (The last checkpoint was of ${last.size} entries of ${last.origin}, root ${last.root}.)`;
    await tx.save("register", register, register, { action: "register.restore-acknowledged", reason });
    return ok(last);
  });
}
