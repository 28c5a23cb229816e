// A whole contribution or piece of evidence: every field that is set, and a contribution's unstated fields.
import { namesOf } from "@/lib/domain/base/field";
import { CONTRIBUTION_FIELDS, type Allocated } from "@/lib/domain/pledge/contribution";
import { PLEDGE_PIECE_FIELDS } from "@/lib/domain/pledge/evidence";
import type { Json } from "@/lib/domain/base/canonical";
import { allocatedWords, fieldInSentence, fieldWords } from "@/lib/i18n/words/domain-words";
import { between, labelled, quotedWords } from "@/lib/i18n/signs";
import { translator } from "@/lib/i18n/translator";

type Members = { readonly [key: string]: Json };
type Say = (field: string, value: Json) => string;

/** "Troops, domain: Land, where: Not stated, quantity: about 300 people, 10 days’ notice". */
export function contributionWords(line: Members, say: Say): string {
  const t = translator("pledge");
  const parts = [
    say("kind", line.kind ?? null),
    ...LABELLED.flatMap((name) =>
      name === "noticeToMoveDays" && typeof line[name] === "number"
        ? [t("notice", { days: line[name] })]
        : named(line, [name], say),
    ),
  ].join(", ");
  if (!line.allocated) return parts;
  return `${parts}${between()}${t("setAside", { what: allocatedWords(line.allocated as unknown as Allocated) })}`;
}

const LABELLED = namesOf(CONTRIBUTION_FIELDS).filter((name) => name !== "kind" && name !== "allocated");

/** "Official statement, B 2, It supports it, source: …, quote: “…”". */
export function evidenceWords(piece: Members, say: Say): string {
  const { source, quote, field } = piece;
  const parts = [
    say("kind", piece.kind ?? null),
    `${say("reliability", piece.reliability ?? null)} ${say("credibility", piece.credibility ?? null)}`,
    say("supports", piece.supports ?? null),
    ...(isMembers(source) ? [labelled(fieldInSentence("source"), sourceWords(source, say))] : []),
    ...(typeof quote === "string" ? [labelled(fieldInSentence("quote"), quotedWords(shortened(quote)))] : []),
    ...(typeof field === "string" ? [labelled(fieldInSentence("field"), fieldWords(field))] : []),
    ...named(piece, FURTHER, say),
  ].join(", ");
  // The files that came with it.
  return piece.files === undefined ? parts : `${parts}${between()}${say("files", piece.files)}`;
}

/** Fields that aren't named above. */
const FURTHER = namesOf(PLEDGE_PIECE_FIELDS).filter(
  (name) => !["kind", "reliability", "credibility", "supports", "quote", "field"].includes(name),
);

const SOURCE = ["publisher", "title", "url", "publishedOn", "language", "ownership"];

const sourceWords = (source: Members, say: Say): string =>
  SOURCE.filter((key) => isSet(source[key]))
    .map((key) => say(key, source[key] ?? null))
    .join(", ");

const named = (of: Members, keys: readonly string[], say: Say): string[] =>
  keys
    .filter((key) => isSet(of[key]))
    .map((key) => labelled(fieldInSentence(key), say(key, of[key] ?? null)));

const isSet = (value: Json | undefined): boolean =>
  value !== undefined && value !== null && !(Array.isArray(value) && value.length === 0);

const isMembers = (value: Json | undefined): value is Members =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const LONGEST_QUOTE = 300;
const shortened = (text: string): string =>
  text.length > LONGEST_QUOTE ? `${text.slice(0, LONGEST_QUOTE).trimEnd()}…` : text;
