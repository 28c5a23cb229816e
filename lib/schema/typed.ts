// Turns what is typed into a list's filter (`q`) into parameters of its address, and declares the parameters
// that came with it.
import { z } from "zod";
import {
  intersectDayRanges,
  parseDayRange,
  dayRangeText,
  type DayRange,
} from "@/lib/domain/details/day-range";
import { leftOutByList } from "@/lib/domain/base/listing";
import { invalid } from "@/lib/domain/base/refusal";
import { ok, type Result } from "@/lib/domain/base/result";
import {
  othersThan,
  understandTyped,
  wordsUnknown,
  type TypedKeys,
  type TypedTrouble,
  type TypedVocabulary,
} from "@/lib/domain/details/typed-filter";
import { LONGEST_TYPED, printTerms } from "@/lib/domain/base/typed-terms";
import { problemOf } from "@/lib/schema/fields";

/**
 * The parameters as if each typed term had been a box. `q` keeps the words to search for, if the list
 * searches for words.
 */
export function withTyped(
  params: URLSearchParams,
  keys: TypedKeys,
  vocabulary: TypedVocabulary,
  { hasWords = true } = {},
): Result<URLSearchParams> {
  const q = params.get("q");
  // An unreadable `q` is refused later, as in any other list.
  if (q === null || params.getAll("q").length > 1 || !isReadable(q)) return ok(params);
  const understood = understandTyped(q, keys, vocabulary);
  if ("trouble" in understood) return invalidAtQ(understood.trouble);
  if (!hasWords && understood.filter.words.length > 0)
    return invalidAtQ(wordsUnknown(understood.filter, keys, vocabulary));
  const { words, lists, not, days } = understood.filter;
  const all = new URLSearchParams(params);
  const text = printTerms(words.map((word) => ({ key: null, not: false, values: [word] })));
  if (text === "") all.delete("q");
  else all.set("q", text);
  for (const [name, values] of Object.entries(lists)) addTo(all, name, values);
  for (const [name, values] of Object.entries(not)) {
    const [key = name, declared] = Object.entries(keys).find(([, { parameter }]) => parameter === name) ?? [];
    if (declared?.all) {
      const left = othersThan(values, declared.all, all.get(name)?.split(",") ?? []);
      if (left === null)
        return invalidAtQ({
          code: "typed-left-out",
          key: vocabulary.wordOfKey(key),
          value: "",
          known: vocabulary.examplesOf(key).join(", "),
        });
      all.set(name, left.join(","));
      continue;
    }
    addTo(
      all,
      "not",
      values.map((value) => `${name}:${value}`),
    );
  }
  for (const [name, range] of Object.entries(days)) {
    const given = parseDayRange(all.get(name) ?? "");
    all.set(name, dayRangeText(given === null ? range : intersectDayRanges(given, range)));
  }
  return ok(all);
}

const invalidAtQ = ({ code, ...named }: TypedTrouble): Result<never> =>
  invalid({ path: "q", code, params: { ...named } });

const isReadable = (q: string): boolean =>
  q.length <= LONGEST_TYPED && q.isWellFormed() && !/\p{Cc}/u.test(q);

function addTo(params: URLSearchParams, name: string, values: readonly string[]): void {
  const before = params.get(name);
  params.set(name, [...new Set([...(before === null ? [] : before.split(",")), ...values])].join(","));
}

/** A number of days, compared: `>30`, `10..20`, "none". */
export const daysParameter = z
  .string()
  .max(20)
  .refine((text) => parseDayRange(text) !== null, problemOf("not-days"))
  .transform((text): DayRange | null => parseDayRange(text))
  .nullable()
  .default(null);

const MOST_LEFT_OUT = 100;

type LeftOut<Lists extends z.ZodRawShape> = { [Name in keyof Lists]?: z.output<Lists[Name]> };

/** The values that are left out, as `stage:DECLINED,owner:none`: each value in the form of its own list. */
export const leftOut = <Lists extends z.ZodRawShape>(lists: Lists) =>
  z
    .string()
    .max(4_000)
    .transform((text, context): LeftOut<Lists> => {
      const read = leftOutByList(text).map(([name, values]) => {
        const list = Object.hasOwn(lists, name)
          ? (lists[name] as z.ZodType).safeParse(values.join(","))
          : null;
        return list?.success && values.length <= MOST_LEFT_OUT ? [name, list.data] : null;
      });
      if (read.every((one) => one !== null)) return Object.fromEntries(read) as LeftOut<Lists>;
      context.addIssue({ code: "custom", params: { code: "not-left-out" } });
      return z.NEVER;
    })
    .nullable()
    .default(null);

/** As the parameter writes it. */
export const leftOutText = (
  not: Readonly<Record<string, readonly (string | number)[] | undefined>>,
): string[] =>
  Object.entries(not).flatMap(([name, values = []]) => values.map((value) => `${name}:${String(value)}`));
