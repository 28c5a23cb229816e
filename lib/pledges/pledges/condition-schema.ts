// A condition as it is sent: nested groups, limited in depth and size to what a person can still read.
import { z } from "zod";
import { LEAF_BASES, DEEPEST, MOST_LEAVES, type Condition } from "@/lib/domain/pledge/condition";
import { LADDER } from "@/lib/domain/pledge/stages";
import { id, pledgeReference, problemOf, textInput, triggerCode } from "@/lib/schema/fields";
import { PLEDGE_LIMITS } from "./schema";

const MOST_PIECES = 20;
const grounds = {
  basis: z.enum(LEAF_BASES).exactOptional(),
  evidence: z.array(id).min(1).max(MOST_PIECES).exactOptional(),
};
const leaf = [
  z.strictObject({ trigger: triggerCode, ...grounds }),
  z.strictObject({ approval: id, ...grounds }),
  z.strictObject({ pledge: pledgeReference, atLeast: z.enum(LADDER), ...grounds }),
] as const;
const parts = z.lazy(() => z.array(conditionPart).min(1).max(MOST_LEAVES));

/** The type after its depth and size were checked. */
export const conditionPart: z.ZodType<Condition> = z.lazy(() =>
  z.union([
    ...leaf,
    z.strictObject({ all: parts }),
    z.strictObject({ any: parts }),
    z
      .strictObject({ kOf: z.int().min(1).max(MOST_LEAVES), of: parts })
      .refine((group) => group.kOf <= group.of.length, { ...problemOf("too-few-parts"), path: ["kOf"] }),
    z.strictObject({ not: conditionPart }),
  ]),
);

/** Depth is checked first, because the recursive schema after it goes as deep as its input. */
export const condition = z
  .unknown()
  .refine((value) => depthWithin(value, DEEPEST), { ...problemOf("too-deep"), abort: true })
  .refine((value) => leavesWithin(value, MOST_LEAVES), { ...problemOf("too-many-leaves"), abort: true })
  .pipe(conditionPart);

/** The condition itself, or an object with a reason if a decision is needed; null removes it. */
export const conditionInput = z.strictObject({
  condition: condition.nullable(),
  reason: textInput(PLEDGE_LIMITS.reason).optional(),
});
export type ConditionInput = z.output<typeof conditionInput>;

/** `{ "all": … }` alone is short for `{ "condition": { "all": … } }`. */
export const wholeCondition = (sent: unknown): unknown => (isBare(sent) ? { condition: sent } : sent);

const BARE = ["all", "any", "kOf", "not", "trigger", "approval", "pledge"];
const isBare = (value: unknown): boolean =>
  value === null || (isObject(value) && BARE.some((key) => Object.hasOwn(value, key)));

function depthWithin(value: unknown, most: number): boolean {
  let level = [value];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > most) return false;
    level = level.flatMap(partsIn);
  }
  return true;
}

function leavesWithin(value: unknown, most: number): boolean {
  let count = 0;
  for (let level = [value]; level.length > 0; level = level.flatMap(partsIn)) {
    count += level.filter((one) => partsIn(one).length === 0).length;
    if (count > most) return false;
  }
  return true;
}

function partsIn(value: unknown): unknown[] {
  if (!isObject(value)) return [];
  return [value.all, value.any, value.of]
    .flatMap((one) => (Array.isArray(one) ? (one as unknown[]) : []))
    .concat("not" in value ? [value.not] : []);
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);
