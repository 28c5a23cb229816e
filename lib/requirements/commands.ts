import "server-only";
import { randomUUID } from "node:crypto";
import { mayDecide, type Actor } from "@/lib/domain/people/actor";
import { isSameJson } from "@/lib/domain/base/canonical";
import type { Instant } from "@/lib/domain/base/day";
import { given } from "@/lib/domain/base/field";
import { requirementRecord } from "@/lib/domain/history/record";
import { invalid, refuse } from "@/lib/domain/base/refusal";
import { measureOf, MOST_REQUIREMENTS, type Requirement } from "@/lib/domain/requirements/requirement";
import { ok, refused, type Result } from "@/lib/domain/base/result";
import { isSameMeasure } from "@/lib/domain/requirements/quantity-range";
import { write, type Tx } from "@/lib/db/write";
import type { RequirementChanges, RequirementInput } from "./schema";

/** A need of the coalition, under a permanent reference. */
export function recordRequirement(actor: Actor, input: RequirementInput): Promise<Result<Requirement>> {
  return write(actor, async (tx) => {
    if (!mayDecide(actor)) return refuse("role");
    if (await tx.requirements.lock(input.reference))
      return refuse("already-there", { because: "requirement" });
    if ((await tx.requirements.count()) >= MOST_REQUIREMENTS)
      return invalid({ path: "reference", code: "too-many", params: { max: MOST_REQUIREMENTS } });
    const wrong = await whyNotLead(tx, input.lead);
    if (wrong) return wrong;
    const requirement = {
      id: randomUUID(),
      ...input,
      closed: null,
      version: 1,
      createdAt: tx.at,
      updatedAt: tx.at,
    };
    return ok(await tx.save("requirement", null, requirement, { action: "requirement.recorded" }));
  });
}

export interface RequirementChange {
  reference: string;
  /** The version the client has. */
  ifMatch: number;
  changes: RequirementChanges;
}

/** The effects on offered pledges are derived in the same transaction. */
export function changeRequirement(
  actor: Actor,
  { reference, ifMatch, changes: { closed, reason, ...fields } }: RequirementChange,
): Promise<Result<Requirement>> {
  return write(actor, async (tx) => {
    if (!mayDecide(actor)) return refuse("role");
    const before = await tx.requirements.lock(reference);
    if (!before) return refuse("not-found");
    if (before.version !== ifMatch)
      return refused({ code: "version", conflict: await tx.conflict("requirement", before, ifMatch) });
    const after: Requirement = {
      ...before,
      ...given(fields),
      closed: closedAs(before.closed, closed, tx.at),
    };
    if ((after.quantity === null) === (after.money === null))
      return invalid({ path: "quantity.min", code: "one-of-both" });
    const wrong = after.lead === before.lead ? null : await whyNotLead(tx, after.lead);
    if (wrong) return wrong;
    if (!isSameMeasure(measureOf(before), measureOf(after)) && (await offersParts(tx, before)))
      return invalid({ path: after.money ? "money.currency" : "quantity.unit", code: "parts-offered" });
    if (isSameJson(requirementRecord(after), requirementRecord(before))) return ok(before);
    const isEnd = before.closed === null && after.closed !== null;
    return ok(
      await tx.save("requirement", before, after, {
        action: isEnd ? "requirement.closed" : "requirement.changed",
        reason: (isEnd ? closed?.reason : reason) ?? null,
      }),
    );
  });
}

/** A partial offer is a bare number in the requirement's unit, so its measure can't change. */
const offersParts = async (tx: Tx, { id }: Requirement): Promise<boolean> =>
  (await tx.offers.for(id)).some(({ amount, withdrawn }) => amount !== null && withdrawn === null);

/** One that was already closed keeps its closing. */
function closedAs(
  was: Requirement["closed"],
  closed: RequirementChanges["closed"],
  at: Instant,
): Requirement["closed"] {
  if (closed === undefined) return was;
  return closed === null ? null : (was ?? { at, reason: closed.reason });
}

async function whyNotLead(tx: Tx, lead: string | null): Promise<Result<never> | null> {
  if (lead === null || (await tx.participants.find(lead))) return null;
  return invalid({ path: "lead", code: "unknown" });
}
