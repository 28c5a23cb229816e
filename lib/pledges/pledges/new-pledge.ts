// Logs a pledge that isn't on record yet, and links the earlier one that it may replace.
import "server-only";
import { randomUUID } from "node:crypto";
import { invalid, refuse } from "@/lib/domain/base/refusal";
import { ok, type Result } from "@/lib/domain/base/result";
import type { Instant } from "@/lib/domain/base/day";
import type { PledgeDetails } from "@/lib/domain/details/pledge-details";
import { whyNotChange, type Actor } from "@/lib/domain/people/actor";
import type { Condition } from "@/lib/domain/pledge/condition";
import { meetsRequirement } from "@/lib/domain/pledge/evidence-requirements";
import { NO_LINKS } from "@/lib/domain/pledge/link";
import { loggedPledge, type Pledge } from "@/lib/domain/pledge/pledge";
import { mayBeReplaced } from "@/lib/domain/pledge/stage";
import type { Tx } from "@/lib/db/write";
import { detailsIn, whyNotOwnerIn } from "./changing";
import { pledgeContentOf } from "./content";
import { withLinks } from "./links";
import { evidenceWith } from "./evidence";
import type { PledgeInput } from "./schema";
import { withSealed } from "./sealed-numbers";

type Proof = Pledge["evidence"];

/** `waitsFor`: its condition, whose parts may rest on the evidence. */
export async function logPledgeIn(
  tx: Tx,
  actor: Actor,
  input: PledgeInput,
  at: Instant,
  waitsFor: (evidence: Proof) => Condition | null = () => null,
): Promise<Result<PledgeDetails>> {
  const why = whyNotChange(actor, input.participant);
  if (why) return refuse(why);
  if (!(await tx.participants.find(input.participant)))
    return invalid({ path: "participant", code: "unknown" });
  if (input.lastConfirmedOn !== undefined && input.lastConfirmedOn > tx.today)
    return invalid({ path: "lastConfirmedOn", code: "in-future" });
  const wrongOwner = await whyNotOwnerIn(tx, input.owner, "owner");
  if (wrongOwner) return wrongOwner;
  const older = input.supersedes ? await lockSuperseded(tx, input.supersedes, input.participant) : ok(null);
  if (!older.ok) return older;
  if (input.stage === "DECLINED" && input.reason === undefined) return refuse("reason-missing");
  const evidence = await evidenceWith(tx, actor, input.evidence, []);
  if (!evidence.ok) return evidence;
  if (!meetsRequirement(evidence.value, input.stage, tx.today, tx.settings.timeZone))
    return refuse("evidence-missing", { missing: `evidence:${input.stage}` });

  const made = await newPledge(tx, actor, input, evidence.value, waitsFor(evidence.value));
  if (!made.ok) return made;
  const pledge = await tx.save("pledge", null, made.value, {
    action: "pledge.logged",
    reason: input.reason ?? null,
  });
  if (older.value) {
    const replaced = { ...older.value, supersededBy: pledge.reference };
    await tx.save("pledge", older.value, replaced, { action: "pledge.linked" });
  }
  return ok(await detailsIn(tx, actor, pledge, at));
}

async function newPledge(
  tx: Tx,
  actor: Actor,
  input: PledgeInput,
  evidence: Proof,
  condition: Condition | null,
): Promise<Result<Pledge>> {
  const { priority, jointWith } = input;
  const cells = [input.participant, ...jointWith].map((participant) => ({ participant, priority }));
  if (jointWith.length > 0) await tx.pledges.lockCells(cells);
  const reference = await tx.pledges.nextReference(input.participant, priority);
  const stated = {
    ...pledgeContentOf(input),
    condition,
    participant: input.participant,
    priority,
    stage: input.stage,
    reason: input.reason ?? null,
    lastConfirmedOn: input.lastConfirmedOn ?? input.statedOn,
  };
  const pledge = loggedPledge(stated, { id: randomUUID(), reference, evidence, at: tx.at, today: tx.today });
  const sealed = await withSealed(tx, actor, [], pledge, "");
  return sealed.ok ? withLinks(tx, actor, NOTHING_NAMED, sealed.value, input, "") : sealed;
}

const NOTHING_NAMED = { ...NO_LINKS, contributions: [] };

/** A final or voided pledge of the same participant, which a new one may replace. */
async function lockSuperseded(tx: Tx, reference: string, participant: string): Promise<Result<Pledge>> {
  const older = await tx.pledges.lock(reference);
  const wrong = (code: string): Result<never> => invalid({ path: "supersedes", code });
  if (!older) return wrong("unknown");
  if (older.participant !== participant) return wrong("another-participant");
  if (older.supersededBy !== null) return wrong("taken");
  return mayBeReplaced(older) ? ok(older) : wrong("still-stands");
}
