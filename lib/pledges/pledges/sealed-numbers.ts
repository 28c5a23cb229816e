// Sealed numbers on input. A cleared actor enters the number, and the record gets a commitment instead.
// Anyone else keeps the number by sending the line back, and can neither change nor learn it.
import "server-only";
import type { Actor } from "@/lib/domain/people/actor";
import type { Contribution } from "@/lib/domain/pledge/contribution";
import type { Pledge } from "@/lib/domain/pledge/pledge";
import type { Quantity } from "@/lib/domain/pledge/quantity";
import { invalid, type FieldError } from "@/lib/domain/base/refusal";
import { ok, type Result } from "@/lib/domain/base/result";
import { mayKnowSealed, type SealedNumber } from "@/lib/domain/pledge/sealed";
import type { Tx } from "@/lib/db/write";

/** The pledge to record: `sent` has the lines as sent, `before` those on record; `base` prefixes the error paths. */
export async function withSealed(
  tx: Tx,
  actor: Actor,
  before: readonly Contribution[],
  sent: Pledge,
  base: "" | "changes.",
): Promise<Result<Pledge>> {
  if (sent.contributions === before) return ok(sent);
  const may = mayKnowSealed(actor, sent.participant);
  const commitments = new Map(before.map(({ id, quantity }) => [id, quantity.commitment] as const));
  const known = await tx.findSealed([...commitments.values()].filter((one) => one !== undefined));
  const errors: FieldError[] = [];
  const contributions: Contribution[] = [];
  for (const [index, line] of sent.contributions.entries()) {
    const commitment = commitments.get(line.id);
    const stored = commitment === undefined ? null : { commitment, number: known.get(commitment) };
    errors.push(...whyNotSent(line.quantity, stored, may, `${base}contributions.${index}.quantity`));
    if (errors.length > 0) continue;
    contributions.push({ ...line, quantity: await onRecord(tx, sent, line, stored, may) });
  }
  return errors.length > 0 ? invalid(...errors) : ok({ ...sent, contributions });
}

interface StoredNumber {
  commitment: string;
  number: SealedNumber | undefined;
}

/** An actor who isn't cleared can't send numbers; and a stored number keeps its unit. */
function whyNotSent(
  quantity: Quantity,
  stored: StoredNumber | null,
  may: boolean,
  path: string,
): FieldError[] {
  const { kind, min, max, unit } = quantity;
  if (kind !== "SEALED") return [];
  return [
    ...(may || min === null ? [] : [{ path: `${path}.min`, code: "not-cleared" }]),
    ...(may || max === null ? [] : [{ path: `${path}.max`, code: "not-cleared" }]),
    ...(keepsStored(quantity, may) && stored?.number && stored.number.unit !== unit
      ? [{ path: `${path}.unit`, code: "not-cleared" }]
      : []),
  ];
}

/** Without a number, from an actor who was shown none, the line keeps the stored one. */
const keepsStored = ({ min, max, sealed }: Quantity, may: boolean): boolean =>
  min === null && max === null && (!may || sealed === "HIDDEN");

async function onRecord(
  tx: Tx,
  pledge: Pledge,
  { id, quantity }: Contribution,
  stored: StoredNumber | null,
  may: boolean,
): Promise<Quantity> {
  const { sealed: _shown, commitment: _none, ...stated } = quantity;
  if (stated.kind !== "SEALED") return stated;
  const { min, max, unit } = stated;
  const hidden: Quantity = { ...stated, min: null, max: null };
  if (stored && (keepsStored(quantity, may) || isSame(stored.number, { min, max, unit })))
    return { ...hidden, commitment: stored.commitment };
  if (min === null && max === null) return hidden;
  return { ...hidden, commitment: await tx.keepSealed(pledge, id, { min, max, unit }) };
}

const isSame = (a: SealedNumber | undefined, b: SealedNumber): boolean =>
  a !== undefined && a.min === b.min && a.max === b.max && a.unit === b.unit;
