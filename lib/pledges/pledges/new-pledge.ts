// A pledge that isn't on record yet, and the earlier one that it may replace.
import "server-only";
import { randomUUID } from "node:crypto";
import { loggedPledge, type Pledge } from "@/lib/domain/pledge/pledge";
import { invalid } from "@/lib/domain/base/refusal";
import { ok, type Result } from "@/lib/domain/base/result";
import { mayBeReplaced } from "@/lib/domain/pledge/stage";
import type { Tx } from "@/lib/db/write";
import { pledgeContentOf } from "./content";
import type { PledgeInput } from "./schema";

export function newPledge(
  tx: Tx,
  reference: string,
  input: PledgeInput,
  evidence: Pledge["evidence"],
): Pledge {
  const said = {
    ...pledgeContentOf(input),
    participant: input.participant,
    priority: input.priority,
    stage: input.stage,
    reason: input.reason ?? null,
    lastConfirmedOn: input.lastConfirmedOn ?? input.statedOn,
  };
  return loggedPledge(said, { id: randomUUID(), reference, evidence, at: tx.at, today: tx.today });
}

/** A final or voided pledge of the same participant, which a new one may replace. */
export async function lockSuperseded(
  tx: Tx,
  reference: string,
  participant: string,
): Promise<Result<Pledge>> {
  const older = await tx.pledges.lock(reference);
  const wrong = (code: string): Result<never> => invalid({ path: "supersedes", code });
  if (!older) return wrong("unknown");
  if (older.participant !== participant) return wrong("another-participant");
  if (older.supersededBy !== null) return wrong("taken");
  return mayBeReplaced(older) ? ok(older) : wrong("still-stands");
}
