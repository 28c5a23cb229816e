// List parameters, parsed strictly: one value per parameter, several values by commas, unknown ones refused. The API
// description uses the same schemas.
import { z } from "zod";
import { isDay, type Instant } from "@/lib/domain/base/day";
import { instantIn, momentNamed } from "@/lib/domain/base/moment";
import { suppositionNamed } from "@/lib/domain/conditions/graph/suppose";
import { leafNamed } from "@/lib/domain/conditions/leaf-name";
import { ANYTHING, LARGEST_LIMIT, ME, NOBODY, PAGE_LIMIT } from "@/lib/domain/base/listing";
import { PRIORITIES, type Priority } from "@/lib/domain/base/priority";
import { invalid } from "@/lib/domain/base/refusal";
import { ok, type Result } from "@/lib/domain/base/result";
import { fieldErrorsOf, isText, problemOf } from "@/lib/schema/fields";

const LONGEST_LIST = 4_000;
const LONGEST_QUERY = 100;
const MOST_VALUES = 100;

/** `a,b` from a closed list. */
export const listParameter = <T extends string>(values: readonly T[]) =>
  commaList((one): one is T => (values as readonly string[]).includes(one), "not-one-of");

export const participantCodes = commaList((one): one is string => /^[A-Z]{2,4}$/.test(one), "not-a-code");

const isOwner = (one: string): one is string =>
  one === NOBODY || /^[^\s,@\p{Cc}]+@[^\s,@\p{Cc}]+$/u.test(one);
const inLowerCase = (list: string[]): string[] => list.map((one) => one.toLowerCase());

export const owners = commaList(isOwner, "not-an-address").transform(inLowerCase);

/** Owners, or the reader. */
export const ownersOrMe = commaList(
  (one): one is string => one === ME || isOwner(one),
  "not-an-address",
).transform(inLowerCase);

/** What pledges wait for: a trigger's code, an approval's id, a pledge's reference with or without a stage. */
export const leafNames = commaList(
  (one): one is string => one === ANYTHING || leafNamed(one) !== null,
  "not-a-leaf",
);

/** What is assumed to be true: a leaf, all dormant triggers, or all approvals. */
export const suppositionNames = commaList(
  (one): one is string => suppositionNamed(one) !== null,
  "not-a-leaf",
);

export const priorities = listParameter(PRIORITIES.map(String)).transform(
  (list) => list.map(Number) as Priority[],
);

export const oneOfParameter = <T extends string>(values: readonly T[], otherwise: T) =>
  z.string().max(LONGEST_QUERY).pipe(z.enum(values)).default(otherwise);

export const words = z
  .string()
  .max(LONGEST_QUERY)
  .check(isText())
  .transform((text) => text.trim() || null)
  .default(null);

export const dayParameter = z.string().refine(isDay, problemOf("not-a-date")).nullable().default(null);

/** A baseline by name or id, a day, or an instant in UTC. */
export const moment = z
  .string()
  .max(LONGEST_QUERY * 2)
  .refine((text) => momentNamed(text) !== null, problemOf("not-a-moment"))
  .transform(momentNamed)
  .nullable()
  .default(null);

export const instantParameter = z
  .string()
  .max(30)
  .refine((text) => instantIn(text) !== null, problemOf("not-an-instant"))
  .transform(instantIn)
  .nullable()
  .default(null);

/** How many rows of a list. */
export const howMany = z
  .string()
  .regex(/^[1-9]\d{0,2}$/)
  .transform(Number)
  .pipe(z.number().max(LARGEST_LIMIT));

export const limit = howMany.default(PAGE_LIMIT);

export const cursor = z.string().max(1_000).nullable().default(null);

/** Left out: now. */
export const asOfParameters = z.strictObject({ asOf: instantParameter });

/** Splits off `asOf`; `rest` are the other parameters. */
export function parseAsOf(params: URLSearchParams): Result<{ asOf: Instant | null; rest: URLSearchParams }> {
  const own = new URLSearchParams([...params].filter(([name]) => name === "asOf"));
  const parsed = parseParameters(asOfParameters, own);
  if (!parsed.ok) return parsed;
  return ok({ ...parsed.value, rest: new URLSearchParams([...params].filter(([name]) => name !== "asOf")) });
}

/** Each error names its parameter. */
export function parseParameters<S extends z.ZodType>(
  schema: S,
  params: URLSearchParams,
): Result<z.output<S>> {
  const given: [string, string][] = [...params];
  const repeated = given.map(([name]) => name).find((name, index, all) => all.indexOf(name) !== index);
  if (repeated !== undefined) return invalid({ path: repeated, code: "repeated" });
  const input = Object.fromEntries(given);
  const parsed = schema.safeParse(input);
  return parsed.success ? ok(parsed.data) : invalid(...fieldErrorsOf(parsed.error, input));
}

/**
 * The parameters in a page's address that belong to its list: empty fields are dropped, and several checkboxes of one
 * name become one list. Others are the page's own, or unknown to it: app/page-parameters.ts.
 */
export function pageParameters(
  schema: z.ZodObject,
  search: Record<string, string | string[] | undefined>,
): URLSearchParams {
  const known = Object.keys(schema.shape).flatMap((name): [string, string][] => {
    const value = [search[name] ?? []].flat().filter(Boolean).join(",");
    return value === "" ? [] : [[name, value]];
  });
  return new URLSearchParams(known);
}

function commaList<T extends string>(isValue: (one: string) => one is T, code: string) {
  return z
    .string()
    .max(LONGEST_LIST)
    .transform((text, context): T[] => {
      const values = [...new Set(text.split(","))];
      if (values.length <= MOST_VALUES && values.every(isValue)) return values;
      context.addIssue({ code: "custom", params: { code } });
      return z.NEVER;
    })
    .default([]);
}
