import "server-only";
import { randomUUID } from "node:crypto";
import { mayDecide, type Actor } from "@/lib/domain/people/actor";
import type { Json } from "@/lib/domain/base/canonical";
import { invalid, refuse } from "@/lib/domain/base/refusal";
import { ok, type Result } from "@/lib/domain/base/result";
import type { Pledge } from "@/lib/domain/pledge/pledge";
import {
  notAsRecorded,
  recordedValue,
  withoutTheirUnit,
  type RuledValue,
} from "@/lib/domain/proposals/ruled-value";
import { weighedBy, type RulingRow } from "@/lib/domain/proposals/ruling";
import { write, type Tx } from "@/lib/db/write";
import type { RulingInput } from "./schema";

/**
 * Settles all contradictions of a record about one field. The pledge itself doesn't change: until it says what was ruled,
 * that is unresolved.
 */
export function makeRuling(actor: Actor, { reason, ...input }: RulingInput): Promise<Result<RulingRow>> {
  return write(actor, async (tx) => {
    if (!mayDecide(actor)) return refuse("role");
    const pledge = await tx.pledges.lock(input.pledge);
    if (!pledge) return refuse("not-found");
    const weighed = weighedBy(actor, pledge, await tx.rulings.on(pledge.reference), input);
    if (!weighed.ok) return weighed;
    if (reason === undefined) return refuse("reason-missing");
    const says = await ruledOn(tx, pledge, input);
    if (!says.ok) return says;
    const ruling = {
      id: randomUUID(),
      ...input,
      says: says.value,
      reason,
      weighed: weighed.value,
      rulerId: actor.id,
      version: 1,
      createdAt: tx.at,
    };
    const made = await tx.save("ruling", null, ruling, { action: "ruling.made", reason });
    const { participant, title } = pledge;
    return ok({ ...made, ruledBy: actor.name, participant, title, current: true });
  });
}

/**
 * The value that the record should have. If the record, or evidence for it, is ruled to be right: its current
 * value.
 */
async function ruledOn(
  tx: Tx,
  pledge: Pledge,
  { field, holds, says }: Pick<RulingInput, "field" | "holds" | "says">,
): Promise<Result<RuledValue>> {
  const now = recordedValue(pledge, await tx.approvals.serving(pledge.reference), field);
  const isRight = holds === null || pledge.evidence.some(({ id, supports }) => id === holds && supports);
  if (isRight) return says === undefined ? ok(now) : invalid({ path: "says", code: "record-is-right" });
  if (says === undefined) return ok(notAsRecorded(now));
  if ("value" in says) return ok({ value: asJson(says.value) });
  const strange = Object.keys(says.lines).some((id) => !("lines" in now && id in now.lines));
  if (strange) return invalid({ path: "says", code: "unknown" });
  const unitless = withoutTheirUnit(pledge, says.lines);
  if (unitless.length > 0)
    return invalid(...unitless.map((id) => ({ path: `says.lines.${id}.unit`, code: "required" as const })));
  return ok({ lines: Object.fromEntries(Object.entries(says.lines).map(([id, one]) => [id, asJson(one)])) });
}

/** As it is stored. */
const asJson = (value: unknown): Json => JSON.parse(JSON.stringify(value)) as Json;
