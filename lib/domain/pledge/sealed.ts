// Numbers given in confidence. On record stands a commitment, a salted hash; number and salt lie in a table of their own.
// Whatever somebody reads was shown to them (`shownWith`): the cleared find the number, all others that there is one.
// Figures are taken over what was shown, so that a number is in no total from which it would follow by subtraction.
import { mayReadRegister, type Actor } from "../people/actor";
import { canonical } from "../base/canonical";
import type { Quantity, Unit } from "./quantity";

export interface SealedNumber {
  min: number | null;
  max: number | null;
  unit: Unit | null;
}

/** By their commitments. */
export type SealedNumbers = ReadonlyMap<string, SealedNumber>;

/** The participant's own desk, and whoever is cleared, of those who may read the register at all. */
export function mayKnowSealed(actor: Actor, participant: string): boolean {
  if (!mayReadRegister(actor)) return false;
  return actor.sealed === true || (actor.role === "OFFICER" && actor.desk.includes(participant));
}

/** What is hashed: the number, what it is of, and a salt that nobody can guess. */
export const commitmentText = (
  contribution: string,
  { min, max, unit }: SealedNumber,
  salt: string,
): string => canonical({ contribution, min, max, unit, salt });

/** The commitments in a value of the record, wherever in it they stand. */
export function commitmentsIn(value: unknown): string[] {
  const found: string[] = [];
  gather(value, found);
  return found;
}

/** Into one list: almost all that is looked through holds none, and a list for each part of it costs more than the looking. */
function gather(value: unknown, found: string[]): void {
  if (Array.isArray(value)) for (const part of value) gather(part, found);
  else if (!isObject(value)) return;
  else if (isKept(value)) found.push(value.commitment);
  else for (const key in value) gather(value[key], found);
}

/**
 * A value of the record as somebody may see it: in place of each commitment the number, where `numbers` has it, else
 * that it is hidden. Nothing else changes, and what holds no commitment is the same value.
 */
export function shownWith<T>(value: T, numbers: SealedNumbers): T {
  return replaced(value, numbers) as T;
}

/** Nobody's numbers: what anybody may see. */
export const hiddenIn = <T>(value: T): T => shownWith(value, NOTHING_KNOWN);

const NOTHING_KNOWN: SealedNumbers = new Map();

/** What was shown to somebody who knows it, as everybody may read it: for what they write that others read. */
export const concealed = <T>(value: T): T => withoutShown(value) as T;

/** Is there a number that whoever reads this may not know? */
export const isHidden = (quantity: Quantity): boolean =>
  quantity.kind === "SEALED" && (quantity.commitment !== undefined || quantity.sealed === "HIDDEN");

function replaced(value: unknown, numbers: SealedNumbers): unknown {
  if (Array.isArray(value)) {
    const parts: unknown[] = value.map((part) => replaced(part, numbers));
    return parts.every((part, index) => part === value[index]) ? value : parts;
  }
  if (!isObject(value)) return value;
  if (isKept(value)) {
    const { commitment, ...said } = value;
    const number = numbers.get(commitment);
    return number
      ? { ...said, min: number.min, max: number.max, sealed: "SHOWN" }
      : { ...said, min: null, max: null, sealed: "HIDDEN" };
  }
  const entries = Object.entries(value).map(([key, part]) => [key, replaced(part, numbers)] as const);
  return entries.every(([key, part]) => part === value[key]) ? value : Object.fromEntries(entries);
}

function withoutShown(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutShown);
  if (!isObject(value)) return value;
  if (value.kind === "SEALED" && value.sealed === "SHOWN")
    return { ...value, min: null, max: null, sealed: "HIDDEN" };
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, withoutShown(part)]));
}

type Kept = Record<string, unknown> & { commitment: string };

const isKept = (value: Record<string, unknown>): value is Kept =>
  value.kind === "SEALED" && typeof value.commitment === "string";

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null;
