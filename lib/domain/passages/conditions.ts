// Conditions: what follows "if", "when", "until" and the like, one thing or a list; a third party's backing; and what a
// party wants first.
import { wordKey } from "../import/cells/cell";
import { SEATS, type NamedSpan } from "./names";
import { LANGUAGE_RULES } from "./rules";
import { overlap, TakenSpans, type TextSpan } from "../base/sentences";
import { spansOf, type Known, type Suggestion } from "./suggestion";

export function conditionsInText(
  text: string,
  names: readonly NamedSpan[],
  triggers: Known["triggers"],
): Suggestion[] {
  const actors = [...names.filter(({ people }) => !people), ...seatsIn(text, names)];
  const met = (span: TextSpan): Suggestion => ({
    ...span,
    type: "condition",
    value: whatIn(text, span, actors, triggers),
  });
  const clauses = spansOf(text, CLAUSE).flatMap(({ start, end, words }) => partsOf(start, end, words));
  const backed = backingsIn(text, names);
  const wanted = wantsIn(text, actors);
  const said = [...backed, ...wanted];
  const taken = new TakenSpans(text, said);
  return [...said, ...clauses.filter((span) => !taken.has(span)).map(met)];
}

const BEGINS = [
  "only if|if|when|once|after|as soon as|until|unless|provided that|provided|subject to|on condition that|on condition of|conditional on|depending on|pending",
  ...LANGUAGE_RULES.map(({ begins }) => begins),
].join("|");
/** Up to a punctuation mark, or the next action. */
const CLAUSE = new RegExp(String.raw`(?<![\p{L}])(?:${BEGINS})(?: |(?<=['’]))[^.;:—\n]{1,300}`, "giu");

const HOLD =
  / (?:is|are|has been|have been|be) (?:in place|given|met|agreed|there|available|secured|settled)\b/iu;

/** "if A, B and C are in place" gives three parts; otherwise one, up to its comma. */
function partsOf(start: number, end: number, words: string): TextSpan[] {
  const begins = BEGINNING.exec(words)?.[0].length ?? 0;
  const list = words.slice(begins, HOLD.exec(words)?.index ?? begins);
  if (list.includes(", ") && list.includes(" and ")) {
    let at = start + begins;
    return list.split(/(, and |, | and )/u).flatMap((part, index) => {
      const place = at;
      at += part.length;
      return index % 2 === 0 && part !== "" ? [{ start: place, end: place + part.length }] : [];
    });
  }
  const stop = STOP.exec(words)?.index ?? words.length;
  const length = words.slice(0, stop).trimEnd().length;
  return length < SHORTEST ? [] : [{ start, end: Math.min(end, start + length) }];
}

const BEGINNING = new RegExp(`^(?:${BEGINS}) `, "iu");
const STOP =
  /,| and (?=\S+ (?:will|would|has|have|had|wants?|keeps?|says?|also)\b)| (?:but|while|whereas|mais|tandis|alors que|але|проте) /u;
const SHORTEST = 8;

type Met = Extract<Suggestion, { type: "condition" }>["value"];

/** A body that must agree; otherwise a trigger on record, by usual words or its title. */
function whatIn(
  text: string,
  span: TextSpan,
  actors: readonly NamedSpan[],
  triggers: Known["triggers"],
): Met {
  const words = text.slice(span.start, span.end);
  const agreeing = actors.find(
    (actor) =>
      overlap(actor, span) &&
      /^ (?:agrees?|accepts?|signs?|commits?|joins?|approves?|ratifies)\b/u.test(text.slice(actor.end)),
  );
  if (agreeing) return { participant: agreeing.code };
  const trigger = triggerNamed(words, triggers);
  return trigger === null ? null : { trigger };
}

/** Code of the trigger on record that these words name; null: none, or several. */
export function triggerNamed(words: string, triggers: Known["triggers"]): string | null {
  const usual = USUAL.find(
    ([code, pattern]) => words.search(pattern) >= 0 && triggers.some((one) => one.code === code),
  );
  if (usual) return usual[0];
  const said = contentOf(words);
  const titled =
    said.length < 2
      ? []
      : triggers.filter(({ title }) => said.every((word) => contentOf(title).includes(word)));
  return titled.length === 1 ? (titled[0]?.code ?? null) : null;
}

const USUAL: readonly (readonly [string, RegExp])[] = [
  ["RENEWED_ATTACK", /\b(?:renewed|new|another) (?:attack|aggression|invasion)|\battacks? again\b/iu],
  ["US_MONITORING_ACTIVE", /\b(?:American|US|U\.S\.)[ -](?:led )?monitoring\b/iu],
  [
    "CEASEFIRE_IN_FORCE",
    /\bcease-?fire\b|\btruce\b|\barmistice\b|\bfighting (?:stops|ends|has ended)\b|\bguns (?:are|fall) silent\b/iu,
  ],
  ["PEACE_AGREEMENT_SIGNED", /\bpeace\b/iu],
  ["INTERNATIONAL_MANDATE", /\b(?:international|UN|U\.N\.|United Nations) mandate\b/iu],
  ...LANGUAGE_RULES.flatMap(({ usual }) => usual),
  [
    "UKRAINE_REQUEST",
    /\b(?:Ukraine|Kyiv)(?:['’]s request| asks| requests)|\brequest (?:of|by|from) (?:Ukraine|Kyiv)/iu,
  ],
];

const EMPTY = new Set(
  `${BEGINS.replaceAll("|", " ")} the a an of for is are in be to by on with and there has have been its their`.split(
    " ",
  ),
);
const contentOf = (words: string): string[] =>
  wordKey(words)
    .split(" ")
    .filter((word) => word !== "" && !EMPTY.has(word));

const FIRM = "(?:firm|strong|clear|full|credible|robust|reliable|continued|public)";
/** Characters to search around a match. */
const NEAR = 80;
const BACKING = /^ (?:backing|backstop|guarantees?|security guarantees?|support|participation|consent)\b/u;

/** "firm American backing", "backing from the United States". */
function backingsIn(text: string, names: readonly NamedSpan[]): Suggestion[] {
  return names.flatMap(({ start, end, code, people }): Suggestion[] => {
    const value = { participant: code };
    const behind = people ? BACKING.exec(text.slice(end)) : null;
    if (behind) {
      const firm = new RegExp(String.raw`\b(?:${FIRM} )+$`, "iu").exec(
        text.slice(Math.max(0, start - NEAR), start),
      );
      return [
        { start: start - (firm?.[0].length ?? 0), end: end + behind[0].length, type: "condition", value },
      ];
    }
    const ahead = text.slice(Math.max(0, start - NEAR), start);
    const elsewhere = LANGUAGE_RULES.map(({ backing }) => backing.exec(ahead)).find((one) => one !== null);
    if (elsewhere) return [{ start: start - elsewhere[0].length, end, type: "condition", value }];
    const before = new RegExp(
      String.raw`\b(?:${FIRM} )*(?:backing|backstop|guarantees?) (?:from|of|by) (?:the )?$`,
      "iu",
    ).exec(ahead);
    return before ? [{ start: start - before[0].length, end, type: "condition", value }] : [];
  });
}

/** "Kyiv wants the guarantee first". */
function wantsIn(text: string, actors: readonly NamedSpan[]): Suggestion[] {
  return actors.flatMap(({ start, end }): Suggestion[] => {
    const wants = /^ (?:wants?|demands?|insists on|asks for|expects|needs) [^.,;:\n]{0,120}? first\b/u.exec(
      text.slice(end),
    );
    if (!wants) return [];
    const other = actors.find((one) => one.start > end && one.end <= end + wants[0].length);
    return [
      {
        start,
        end: end + wants[0].length,
        type: "condition",
        value: other ? { participant: other.code } : null,
      },
    ];
  });
}

/** A capital that acts stands for its government. */
export function seatsIn(text: string, names: readonly NamedSpan[]): NamedSpan[] {
  const named = new TakenSpans(text, names);
  return ACTING.flatMap(([code, pattern]) =>
    spansOf(text, pattern)
      .map(({ start, end }) => ({ start, end, code, people: false }))
      .filter((span) => !named.has(span)),
  );
}

const ACTS =
  "(?:agrees?|accepts?|signs?|wants?|demands?|insists|says?|said|will|would|has|had|offers?|offered|backs?|denies|expects|asks|needs)\\b";
const ACTING: readonly (readonly [code: string, RegExp])[] = [
  { seats: SEATS, acts: ACTS },
  ...LANGUAGE_RULES,
].flatMap(({ seats, acts }) =>
  Object.entries(seats).map(
    ([seat, code]) => [code, new RegExp(String.raw`(?<![\p{L}])${seat}(?= ${acts})`, "gu")] as const,
  ),
);
