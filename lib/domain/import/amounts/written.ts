import { decimalText } from "./digits";
import { isArticleAt } from "./stated-number";
import { numeralAt } from "./numeral";
import { tokensOf } from "./tokens";

/** The digits of a text that is only a number, "six thousand", "1.5 million"; null: it isn't. */
export function numberWritten(text: string): string | null {
  const tokens = tokensOf(text);
  const found = numeralAt(tokens, 0);
  if (!found?.ok || found.value.end !== tokens.length) return null;
  if (isArticleAt(tokens, { number: 0, last: found.value })) return null;
  const { value, isLoose, asksQualifier } = found.value;
  return isLoose || asksQualifier ? null : decimalText(value);
}
