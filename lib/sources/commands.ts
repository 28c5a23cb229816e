import "server-only";
import { mayKeepRecords, type Actor } from "@/lib/domain/actor";
import type { Instant } from "@/lib/domain/day";
import { refuse } from "@/lib/domain/refusal";
import { ok, type Result } from "@/lib/domain/result";
import type { Source } from "@/lib/domain/source";
import { write } from "@/lib/db/write";
import type { SourceInput } from "./schema";

/** A document that is on record already is answered as it stands there, and not recorded twice. */
export function recordSource(actor: Actor, input: SourceInput, _at: Instant): Promise<Result<Source>> {
  return write(actor, async (tx) => {
    if (!mayKeepRecords(actor)) return refuse("role");
    return ok(await tx.sourceOnRecord(input));
  });
}
