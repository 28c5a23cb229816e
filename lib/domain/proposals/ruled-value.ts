// What a ruling says of the record: the value its field should have. Until the record has it, the ruling
// isn't applied. It never contains a number seen in confidence: of a sealed quantity only that it is sealed.
import type { Approval } from "../pledge/approval";
import type { Json } from "../base/canonical";
import type { Contribution } from "../pledge/contribution";
import type { EvidenceField } from "../pledge/evidence";
import type { Pledge } from "../pledge/pledge";
import { intervalOf, type Quantity } from "../pledge/quantity";
import { meansTheSame } from "./same-value";
import { withoutGrounds, withLeaves } from "../pledge/condition";

/** `value`: of the pledge; `lines`: of contributions, by id; `not`: in words alone, the value at the time. */
export type RuledValue = { value: Json } | { lines: Readonly<Record<string, Json>> } | { not: Json };

type Served = Pick<Approval, "id" | "status">;

/** The part of a ruling that is about the record. `says` left out: in words alone, as before the field existed. */
export interface Says {
  field: EvidenceField;
  says?: RuledValue;
}

/** What the record says on a field now, in the form of a ruling. */
export function recordedValue(
  pledge: Pledge,
  approvals: readonly Served[],
  field: EvidenceField,
): Exclude<RuledValue, { not: Json }> {
  const member = memberOf(field);
  if (member !== null)
    return {
      lines: Object.fromEntries(
        pledge.contributions.map((line) => [line.id, withoutCommitment(line[member])]),
      ),
    };
  if (field === "contributions") return { value: pledge.contributions.map(({ kind }) => kind).sort() };
  if (field === "approvals")
    return {
      value: approvals.map(({ id, status }) => `${id} ${status}`).sort(),
    };
  if (field === "condition")
    return { value: asJson(pledge.condition && withLeaves(pledge.condition, withoutGrounds)) };
  return { value: pledge[field as "title"] };
}

/** Whether the record differs in what the ruling names. A contribution that is gone isn't compared. */
export function saysOther(pledge: Pledge, approvals: readonly Served[], { field, says }: Says): boolean {
  if (says === undefined) return false;
  const now = recordedValue(pledge, approvals, field);
  if ("not" in says) return meansTheSame(field, says.not, bare(now));
  if ("value" in says) return !("value" in now && meansTheSame(field, says.value, now.value));
  return Object.entries(says.lines).some(([id, value]) => {
    const json = "lines" in now ? now.lines[id] : undefined;
    return json !== undefined && !meansTheSame(field, value, json);
  });
}

/** A person has to apply these: a stage has its own evidence, and a list or a condition isn't one value. */
const BY_HAND: readonly EvidenceField[] = ["stage", "contributions", "condition", "approvals"];

export const isAppliedByHand = ({ field, says }: Says): boolean =>
  says === undefined || "not" in says || BY_HAND.includes(field);

/** The record brought in line with a ruling that isn't applied by hand. */
export function withRuling(pledge: Pledge, { field, says }: Says): Pledge {
  if (says === undefined || isAppliedByHand({ field, says })) return pledge;
  if ("value" in says) return { ...pledge, [field]: says.value };
  const [member, lines] = [memberOf(field), "lines" in says ? says.lines : {}];
  if (member === null) return pledge;
  return {
    ...pledge,
    contributions: pledge.contributions.map((line) => withMember(line, member, lines[line.id])),
  };
}

/** A value that doesn't differ stays as recorded, word for word. */
function withMember(line: Contribution, member: keyof Contribution, value: Json | undefined): Contribution {
  if (value === undefined) return line;
  const field = `contributions.${member}` as EvidenceField;
  return meansTheSame(field, value, withoutCommitment(line[member])) ? line : { ...line, [member]: value };
}

export const memberOf = (field: EvidenceField): keyof Contribution | null =>
  field.startsWith("contributions.") ? (field.split(".")[1] as keyof Contribution) : null;

/**
 * The contributions whose number would lose its unit. A number that never had one may be ruled on: not every
 * thing has a unit here.
 */
export const withoutTheirUnit = (
  { contributions }: Pick<Pledge, "contributions">,
  lines: Readonly<Record<string, unknown>>,
): string[] =>
  contributions
    .filter(({ id, quantity }) => quantity.unit !== null && isUnitless(lines[id]))
    .map(({ id }) => id);

const isUnitless = (ruled: unknown): boolean =>
  typeof ruled === "object" &&
  ruled !== null &&
  "unit" in ruled &&
  ruled.unit === null &&
  intervalOf(ruled as Quantity) !== null;

/** For a ruling in words alone: the record as it was. */
export const notAsRecorded = (now: Exclude<RuledValue, { not: Json }>): RuledValue => ({ not: bare(now) });

const bare = (now: Exclude<RuledValue, { not: Json }>): Json => ("value" in now ? now.value : now.lines);

function withoutCommitment(value: unknown): Json {
  const json = asJson(value);
  if (json === null || typeof json !== "object" || !("kind" in json) || json.kind !== "SEALED") return json;
  const { unit, asStated } = json as unknown as Quantity;
  return { kind: "SEALED", min: null, max: null, unit, asStated };
}

const asJson = (value: unknown): Json => JSON.parse(JSON.stringify(value ?? null)) as Json;
