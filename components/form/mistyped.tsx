// What is wrong with boxes of a plain form: at the top of its page and at each box, in the same words.
import { ErrorSummary } from "@/components/ui/error-summary";
import type { FieldError } from "@/lib/domain/base/refusal";
import { fieldErrorWords } from "@/lib/i18n/words/refusal-words";
import { translator } from "@/lib/i18n/translator";
import { dateTrouble } from "@/lib/i18n/typed-dates";

const ui = translator("ui");

/** By the names of the boxes; `typed` is what is in them. */
export const wrongBoxes = (
  errors: readonly FieldError[],
  typed: Readonly<Record<string, unknown>>,
): ReadonlyMap<string, string> =>
  new Map(
    errors.map((error) => {
      const text = typed[error.path];
      const isNoDay = NO_DAY.includes(error.code) && typeof text === "string";
      return [error.path, (isNoDay ? dateTrouble("day", text) : null) ?? fieldErrorWords(error)];
    }),
  );

/** A moment as it was typed, and why it can't be shown. */
export interface WrongMoment {
  text: string;
  error: string;
}

/** By the names of the boxes that they were typed into. */
export const wrongMoments = (wrong: ReadonlyMap<string, WrongMoment>): ReadonlyMap<string, string> =>
  new Map([...wrong].map(([name, { error }]) => [`${name}On`, error]));

const NO_DAY = ["not-a-date", "not-a-day-or-instant"];

/** Each leads to its box, whose id is its name behind `prefix`. */
export function Mistyped({ wrong, prefix = "" }: { wrong: ReadonlyMap<string, string>; prefix?: string }) {
  return (
    <ErrorSummary
      title={ui("problem")}
      errors={[...wrong].map(([name, message]) => ({ field: `${prefix}${name}`, message }))}
      attempt={1}
    />
  );
}
