// Numbers given in confidence. The record holds a commitment, a salted hash; number and salt are in a table of their
// own. Everything a person reads went through `shownWith`: the cleared see the number, others only that there is one.
// Figures use the shown values, so no total reveals a number by subtraction.
import { mayReadRegister, type Actor } from "../people/actor";
import { accountRoleOf } from "../people/token";
import { canonical } from "../base/canonical";
import type { Quantity, Unit } from "./quantity";

export interface SealedNumber {
  min: number | null;
  max: number | null;
  unit: Unit | null;
}

/** By their commitments. */
export type SealedNumbers = ReadonlyMap<string, SealedNumber>;

/**
 * The participant's own desk and cleared persons, provided they may read the register. By a token, only one made for
 * it; the desk that a manager gives to one limits it, and makes nobody an officer.
 */
export function mayKnowSealed(actor: Actor, participant: string): boolean {
  if (!mayReadRegister(actor) || actor.heldUntil || actor.token?.scope.sealed === false) return false;
  return actor.sealed === true || (accountRoleOf(actor) === "OFFICER" && actor.desk.includes(participant));
}

/** The hashed text: the number, its subject, and a random salt. */
export const commitmentText = (
  contribution: string,
  { min, max, unit }: SealedNumber,
  salt: string,
): string => canonical({ contribution, min, max, unit, salt });

/** Commitments anywhere in a value of the record. */
export function commitmentsIn(value: unknown): string[] {
  const found: string[] = [];
  gather(value, found);
  return found;
}

/** Into one list: almost no value holds any, and a list per part would cost more than the search. */
function gather(value: unknown, found: string[]): void {
  if (Array.isArray(value)) for (const part of value) gather(part, found);
  else if (!isObject(value)) return;
  else if (isSealed(value)) found.push(value.commitment);
  else for (const key in value) gather(value[key], found);
}

/**
 * A value of the record for one reader: each commitment becomes the number if `numbers` has it, else a mark that it
 * is hidden. A value without commitments is returned as the same object.
 */
export function shownWith<T>(value: T, numbers: SealedNumbers): T {
  return replaced(value, numbers) as T;
}

/** For any reader: all numbers hidden. */
export const hiddenIn = <T>(value: T): T => shownWith(value, NOTHING_KNOWN);

const NOTHING_KNOWN: SealedNumbers = new Map();

/** For text a cleared person writes that others read: hides again what was shown to them. */
export const concealed = <T>(value: T): T => withoutShown(value) as T;

/** There is a number that this reader may not know. */
export const isHidden = (quantity: Quantity): boolean =>
  quantity.kind === "SEALED" && (quantity.commitment !== undefined || quantity.sealed === "HIDDEN");

function replaced(value: unknown, numbers: SealedNumbers): unknown {
  if (Array.isArray(value)) {
    const parts: unknown[] = value.map((part) => replaced(part, numbers));
    return parts.every((part, index) => part === value[index]) ? value : parts;
  }
  if (!isObject(value)) return value;
  if (isSealed(value)) {
    const { commitment, ...others } = value;
    const number = numbers.get(commitment);
    return number
      ? { ...others, min: number.min, max: number.max, sealed: "SHOWN" }
      : { ...others, min: null, max: null, sealed: "HIDDEN" };
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

type Sealed = Record<string, unknown> & { commitment: string };

const isSealed = (value: Record<string, unknown>): value is Sealed =>
  value.kind === "SEALED" && typeof value.commitment === "string";

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null;
