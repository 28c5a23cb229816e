// Subjects that aren't before their verb, and where a clause begins.
import { covers, type TextSpan, matchesIn } from "../../../base/sentences";
import type { TextLine } from "../lines";
import { hasNothing, type ClauseReading } from "./clause";
import type { Cue } from "./cues";
import { codesOf, type ClauseSubject } from "./who";

/** "will be tightened by the European Union", "seront formés par la Suède". */
export function agentOf({ plain, namesIn }: ClauseReading, cue: Cue, line: TextLine): ClauseSubject | null {
  if (!BE.test(cue.words)) return null;
  const by = namesIn(line).find(
    ({ start, people, code }) =>
      !people &&
      code !== "UA" &&
      start > cue.end &&
      start < cue.end + FAR &&
      AGENT.test(plain.slice(cue.end, start)),
  );
  const codes = by ? codesOf([by]) : [];
  if (!by || codes.length === 0) return null;
  return { is: "own", who: { codes, onBehalfOf: [], spans: [{ start: by.start, end: by.end }] } };
}
const FAR = 80;
const BE =
  /(?<![\p{L}])(?:be|come|follow|sera|seront|être|serai(?:t|ent)|verra|viendr(?:a|ont)|надійде|надійдуть|буде|будуть|прибуд\p{L}+)(?![\p{L}])/iu;
const AGENT = /^(?: \p{L}+){0,2} (?:by|from|par|de|від) (?:the |la |le |les |l')?$/u;

/** "виділить німецький бюджет", "not possible for Italy to": in Ukrainian the subject may follow its verb, in the nominative. */
export function subjectBehind(
  { plain, namesIn }: ClauseReading,
  cue: Cue,
  line: TextLine,
): ClauseSubject | null {
  if (cue.kind === "REFUSES") {
    // "Nor will Norway send …".
    const inverted = INVERTED.test(cue.words)
      ? namesIn(line).find(({ start }) => /^ (?:the )?$/u.test(plain.slice(cue.end, start)))
      : undefined;
    if (inverted && codesOf([inverted]).length > 0)
      return { is: "own", who: { codes: codesOf([inverted]), onBehalfOf: [], spans: [inverted] } };
    const of = namesIn(line).find(
      ({ start, people, code }) =>
        !people && code !== "UA" && start > cue.end && FOR_ONE.test(plain.slice(cue.end, start)),
    );
    const codes = of ? codesOf([of]) : [];
    if (of && codes.length > 0)
      return { is: "own", who: { codes, onBehalfOf: [], spans: [{ start: of.start, end: of.end }] } };
  }
  // "will work up to 120 Czech instructors".
  const counted = namesIn(line).find(
    ({ start, people, code }) =>
      people && code !== "UA" && start > cue.end && COUNTED.test(plain.slice(cue.end, start)),
  );
  if (counted && (cue.kind === "WILL" || cue.kind === "MAY") && codesOf([counted]).length > 0)
    return { is: "own", who: { codes: codesOf([counted]), onBehalfOf: [], spans: [counted] } };
  if (line.tongue.language !== "uk" || (cue.kind !== "WILL" && cue.kind !== "MAY")) return null;
  const name = namesIn(line).find(({ start }) =>
    /^ (?:(?:і|й|та|також|ще й) ){0,2}$/u.test(plain.slice(cue.end, start)),
  );
  if (!name || !NOMINATIVE.test(plain.slice(name.start, name.end))) return null;
  if (name.people && !line.tongue.officeAfter.test(plain.slice(name.end, name.end + 40))) return null;
  const codes = codesOf([name]);
  if (codes.length === 0) return { is: "stranger" };
  return { is: "own", who: { codes, onBehalfOf: [], spans: [{ start: name.start, end: name.end }] } };
}
/** "It is out of the question for Italy to send …". */
const INVERTED = /^(?:nor|neither) /iu;
const FOR_ONE = /^ (?:for|pour) (?:the |la |le |les |l')?$/u;
const COUNTED = /^ (?:\p{L}+ ){0,4}(?:\d[\d ]*|\p{L}+(?:ty|een|ten|ten|ять|сят|сто|сот)) $/u;
const NOMINATIVE = /(?:[ая]|ди|ий|США|Люксембург|Кіпр)$/u;

/** "an additional €27 million, which will buy radars": the sum is what is promised. */
export function thingBefore(plain: string, gap: TextSpan, things: readonly TextSpan[]): number | null {
  const last = things.findLast(
    (one) => covers(gap, one) && /\d|million|мільйон|млн/iu.test(plain.slice(one.start, one.end)),
  );
  return last && /^,? (?:which|that|qui|як\p{L}+) (?:also |також )?$/u.test(plain.slice(last.end, gap.end))
    ? last.start
    : null;
}

const ASIDE = /(?<=[\p{L}\d]), (?!(?:and|et|і|й|та|but|mais|але|so|or|ou) )[^,;:.]{3,80}, ?$/u;

/** Where a clause begins: at its subject, or after the last word that joins clauses. */
export function startOfClause(
  plain: string,
  gap: TextSpan,
  cue: Cue,
  subject: ClauseSubject,
  { tongue }: TextLine,
  things: readonly TextSpan[],
  all: readonly TextSpan[],
): number {
  if (cue.kind === "AND") return cue.start;
  const named = subject.is === "own" ? subject.who.spans[0] : undefined;
  // "the training, decided in June, will begin": not after the aside.
  const ahead0 = plain.slice(gap.start, gap.end);
  const aside = ASIDE.exec(ahead0)?.index ?? ahead0.length;
  const join = matchesIn(ahead0.slice(0, aside), tongue.joins).at(-1);
  if (named && named.start < cue.start) {
    // "але військ США там не буде".
    const ahead = { start: join ? gap.start + join.index : gap.start, end: named.start };
    const isOwner = cue.kind === "REFUSES" && ahead.start < ahead.end && !hasNothing(ahead, all);
    return isOwner ? ahead.start : named.start;
  }
  // "said two minehunters could sail": the thing is before its verb.
  const from = join ? gap.start + join.index + join[0].length : gap.start;
  if (join) return from;
  const isNear = gap.end - from < FAR && !plain.slice(from, gap.end).includes("\n");
  return (subject.is === "none" || !named) &&
    cue.kind !== "OTHER" &&
    isNear &&
    !hasNothing({ start: from, end: gap.end }, things)
    ? from
    : cue.start;
}
