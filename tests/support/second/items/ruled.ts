// Rulings that the record doesn't follow, once more: on a stage or a quantity.
import type { Pledge } from "@/lib/domain/pledge/pledge";
import type { Quantity } from "@/lib/domain/pledge/quantity";
import type { Ruling } from "@/lib/domain/proposals/ruling";
import { intervalIn } from "../amounts";
import { dayIn } from "../days";
import { isBarMet, supporting } from "../evidence";
import type { SmallRegister } from "../register";
import type { Cause } from "../causes";

export function* saidOfRulings({ rulings, timeZone }: SmallRegister, pledge: Pledge): Generator<Cause> {
  const retracted = pledge.evidence.filter((piece) => piece.retracted).map(({ id }) => id);
  const replaced = rulings.map(({ supersedes }) => supersedes);
  for (const ruling of rulings) {
    const { id, field, finding, holds, createdAt } = ruling;
    if (ruling.pledge !== pledge.reference || replaced.includes(id)) continue;
    if (holds !== null && retracted.includes(holds)) continue;
    if (!isOtherwise(ruling, pledge)) continue;
    if (field === "stage" && isSetAgain(pledge, createdAt, timeZone)) continue;
    const data = { ruling: id, field, finding };
    yield { code: "RULING_NOT_APPLIED", what: "ruling", since: dayIn(timeZone, createdAt), data };
  }
}

/** Since then, on what came since then. */
function isSetAgain({ stage, stageSetOn, evidence }: Pledge, at: string, timeZone: string): boolean {
  const came = supporting(evidence).filter(({ recordedAt }) => recordedAt > at);
  return came.length > 0 && isBarMet(stage, came) && dayIn(timeZone, at) <= stageSetOn;
}

function isOtherwise({ field, says }: Ruling, { stage, contributions }: Pledge): boolean {
  if (!says) return false;
  if ("value" in says) return stage !== says.value;
  if ("not" in says) {
    if (field === "stage") return stage === says.not;
    // Each line is as it was, and there is no other.
    const was = says.not as unknown as Record<string, Quantity>;
    const isAsItWas = contributions.every(({ id, quantity }) => was[id] && meansTheSame(quantity, was[id]));
    return isAsItWas && Object.keys(was).length === contributions.length;
  }
  return contributions.some(({ id, quantity }) => {
    const ruled = says.lines[id] as unknown as Quantity | undefined;
    return ruled !== undefined && !meansTheSame(quantity, ruled);
  });
}

function meansTheSame(a: Quantity, b: Quantity): boolean {
  if (a.kind !== b.kind) return false;
  if (a.kind === "QUALITATIVE") return a.asStated === b.asStated && a.unit === b.unit;
  const [one, other] = [intervalIn(a), intervalIn(b)];
  if (one === null || other === null) return one === other;
  return one.of === other.of && one.low === other.low && one.high === other.high;
}
