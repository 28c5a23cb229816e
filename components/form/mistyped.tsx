// Errors of a plain form: at the top of the page and at each box, in the same words.
import { ErrorSummary } from "@/components/ui/errors/error-summary";
import type { FieldError } from "@/lib/domain/base/refusal";
import { fieldErrorWords } from "@/lib/i18n/words/refusal-words";
import { translator } from "@/lib/i18n/translator";
import { dateTrouble } from "@/lib/i18n/typed-dates";

const ui = translator("ui");

/** Messages by box name. `typed`: the values in the boxes. */
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

/** A moment as typed, and why it can't be shown. */
export interface WrongMoment {
  text: string;
  error: string;
}

/** Messages by the name of the box. */
export const wrongMoments = (wrong: ReadonlyMap<string, WrongMoment>): ReadonlyMap<string, string> =>
  new Map([...wrong].map(([name, { error }]) => [`${name}On`, error]));

const NO_DAY = ["not-a-date", "not-a-day-or-instant"];

/** Each error links to its box, whose id is `prefix` and its name. */
export function Mistyped({ wrong, prefix = "" }: { wrong: ReadonlyMap<string, string>; prefix?: string }) {
  return (
    <ErrorSummary
      title={ui("problem")}
      errors={[...wrong].map(([name, message]) => ({ field: `${prefix}${name}`, message }))}
      attempt={0}
    />
  );
}
