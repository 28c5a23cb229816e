// By when, or from when, a clause promises something.
import { covers, type TextSpan, matchesIn } from "../../base/sentences";
import { plusDays, type Day } from "../../base/day";
import { monthNamed } from "../../import/cells/day";
import type { Suggestion } from "../suggestion";
import type { DraftedPledge } from "./statement";

export interface When {
  span: TextSpan;
  window: NonNullable<DraftedPledge["window"]>;
}

const FROM =
  /(?:from|starting(?: on| in)?|as of|beginning(?: on| in)?|since|à partir d[ue]|à compter d[ue]|dès|від|з|із|починаючи з|починаючи від)(?: le)? $/iu;
const BY =
  /(?:by|before|until|till|no later than|not later than|on|d'ici(?: à| au)?|avant|au plus tard|jusqu'(?:au|à|en)|le|до|не пізніше(?: ніж)?)(?: the| le| l')? ?$/iu;
const MONTH_YEAR = /(\p{L}{3,12}) (20\d\d)(?!\d)/gu;
const YEAR = /(?<![\p{L}\d-])(?:in|en|pour|during|у|в|цього|courant) (20\d\d)(?: році)?(?![\d-])/giu;

export function whenIn(text: string, span: TextSpan, days: readonly Suggestion[]): When | null {
  for (const one of days) {
    if (!covers(span, one)) continue;
    const place = { start: one.start, end: one.end };
    if (one.type === "window") return { span: place, window: one.value };
    if (one.type !== "date" || one.value === null) continue;
    const before = text
      .slice(Math.max(0, one.start - 24), one.start)
      .replace(/[\u00a0\u202f]/g, " ")
      .replace(/’/g, "'");
    if (FROM.test(before)) return { span: place, window: { start: one.value, end: null } };
    if (BY.test(before)) return { span: place, window: { start: null, end: one.value } };
  }
  const words = text.slice(span.start, span.end);
  for (const { index, 0: whole, 1: month = "", 2: year = "" } of matchesIn(words, MONTH_YEAR)) {
    const number = monthNamed(month);
    if (number === null) continue;
    const place = { start: span.start + index, end: span.start + index + whole.length };
    const first = `${year}-${String(number).padStart(2, "0")}-01`;
    const before = words.slice(Math.max(0, index - 24), index);
    return FROM.test(before)
      ? { span: place, window: { start: first, end: null } }
      : { span: place, window: { start: null, end: lastOf(first) } };
  }
  const [year] = matchesIn(words, YEAR);
  if (!year) return null;
  const start = span.start + year.index;
  return {
    span: { start, end: start + year[0].length },
    window: { start: null, end: `${year[1] ?? ""}-12-31` },
  };
}

/** The last day of the month that begins then. */
function lastOf(first: Day): Day {
  const next = plusDays(first, 31);
  return plusDays(`${next.slice(0, 7)}-01`, -1);
}
