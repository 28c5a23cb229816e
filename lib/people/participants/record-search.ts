import "server-only";
import { whyNotChange, type Actor } from "@/lib/domain/people/actor";
import { isSameJson } from "@/lib/domain/base/canonical";
import { participantRecord } from "@/lib/domain/history/record";
import { isPositionExpected, type GapSearch } from "@/lib/domain/people/participant";
import { withSearch } from "@/lib/domain/people/gap-search";
import { positionOf } from "@/lib/domain/unresolved/position";
import { refuse } from "@/lib/domain/base/refusal";
import { ok, type Result } from "@/lib/domain/base/result";
import { write } from "@/lib/db/write";
import type { SearchInput } from "./schema";

export interface RecordedSearch extends GapSearch {
  participant: string;
}

/** Records that a search for a missing position found nothing. By officers of the desk and managers. */
export function recordSearch(
  actor: Actor,
  { code, priority, until, where }: { code: string } & SearchInput,
): Promise<Result<RecordedSearch>> {
  return write(actor, async (tx) => {
    const why = whyNotChange(actor, code);
    if (why) return refuse(why);
    const before = await tx.participants.lock(code);
    if (!before) return refuse("not-found");
    const pledges = await tx.pledges.standing(code, priority);
    if (!isPositionExpected(before, tx.today) || positionOf(pledges) !== "NONE")
      return refuse("no-such-step");
    const search = { priority, until, where, by: actor.name };
    const after = withSearch(before, search, tx.today);
    if (!after.ok) return after;
    if (!isSameJson(participantRecord(before), participantRecord(after.value)))
      await tx.save("participant", before, after.value, { action: "participant.searched" });
    return ok({ participant: code, ...search });
  });
}
