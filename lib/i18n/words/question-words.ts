// An unresolved item as a question to a focal point: what is on record, from whom and when, what isn't known, and what
// is asked. It leaves out what is internal: next step, internal notes, sealed numbers.
import { counts, strengthOf, type Evidence } from "@/lib/domain/pledge/evidence";
import type { Pledge } from "@/lib/domain/pledge/pledge";
import { causesToAsk, QUESTION_LIMITS } from "@/lib/domain/oversight/question";
import type { Priority } from "@/lib/domain/base/priority";
import type { Cause } from "@/lib/domain/conditions/cause";
import type { UnresolvedItem } from "@/lib/domain/unresolved/unresolved";
import { fieldInSentence } from "./domain-words";
import { inSentence } from "./in-sentence";
import { listedApart } from "../signs";
import { translator } from "../translator";
import { dayInWords } from "../dates";
import { itemValues } from "./words";

const t = translator("questions");
const domain = translator("domain");

export type AskedPledge = Pick<
  Pledge,
  "reference" | "title" | "statedOn" | "authorisedBy" | "evidence" | "contributions"
>;

interface Given {
  item: Pick<UnresolvedItem, "code" | "params">;
  /** The participant's. */
  name: string;
  priority: Priority;
  /** Null if no pledge is on record. */
  pledge: AskedPledge | null;
}

/** Whole sentences, to be edited freely; empty if a focal point can't answer the item. */
export function preparedQuestion({ item, name, priority, pledge }: Given): string {
  const causes = causesToAsk(item);
  if (causes.length === 0) return "";
  const asks = [...new Set(causes.map(({ what }) => what))].flatMap((what) => {
    const key = `prepared.${item.code}.${what}`;
    if (!t.has(key)) return [];
    const values = itemValues(
      item.code,
      causes.filter((cause) => cause.what === what),
    );
    const claims = item.code === "DISPUTED" && pledge ? { claims: sidesOf(causes, pledge) } : {};
    return t(key, { ...values, ...claims });
  });
  const opening = pledge ? onRecord(name, pledge) : missing(name, priority);
  return fitting([opening, asks.join(" "), t("prepared.closing")].join("\n\n"));
}

/** A question about a whole pledge: what is on record, and whether that is correct. */
export const generalQuestion = (name: string, pledge: AskedPledge): string =>
  fitting([onRecord(name, pledge), t("prepared.general"), t("prepared.closing")].join("\n\n"));

function onRecord(name: string, { reference, title, statedOn, authorisedBy, evidence }: AskedPledge): string {
  const opening = t("prepared.opening", {
    reference,
    name,
    title,
    stated: String(statedOn !== null),
    on: statedOn === null ? "" : dayInWords(statedOn),
    authorised: String(authorisedBy !== null),
    by: authorisedBy ?? "",
  });
  const best = strongest(evidence);
  if (best === null) return opening;
  const { publisher, publishedOn } = best.source;
  return `${opening} ${t("prepared.source", {
    kind: inSentence(domain(`evidenceKind.${best.kind}`)),
    publisher,
    dated: String(publishedOn !== null),
    on: publishedOn === null ? "" : dayInWords(publishedOn),
  })}`;
}

const missing = (name: string, priority: Priority): string =>
  t("prepared.missing", {
    name,
    priority: domain(`priority.${priority}`),
    meaning: domain(`priorityMeaning.${priority}`),
  });

/** The strongest evidence that outsiders may know about: not an internal note. */
const strongest = (evidence: readonly Evidence[]): Evidence | null =>
  evidence
    .filter((piece) => counts(piece) && piece.kind !== "INTERNAL_NOTE")
    .reduce<Evidence | null>(
      (best, piece) => (best === null || strengthOf(piece.kind) > strengthOf(best.kind) ? piece : best),
      null,
    );

/** Who claims what. Contributions with a sealed number and internal notes appear by field name only. */
function sidesOf(causes: readonly Cause[], { evidence, contributions }: AskedPledge): string {
  const sealed = contributions.some(({ quantity }) => quantity.kind === "SEALED");
  const isInside = (field: string, publisher: string): boolean =>
    (sealed && field.startsWith("contributions")) ||
    evidence.some(
      (piece) =>
        piece.kind === "INTERNAL_NOTE" && piece.field === field && piece.source.publisher === publisher,
    );
  const sides = causes.map(({ data }) => {
    const [field, publisher, claims] = [data?.field, data?.publisher, data?.claims].map((one) =>
      String(one ?? ""),
    );
    const words = fieldInSentence(field ?? "");
    if (claims === "" || isInside(field ?? "", publisher ?? "")) return words;
    return domain("itemClaim", { field: words, publisher: publisher ?? "", claims: claims ?? "" });
  });
  return listedApart([...new Set(sides)]);
}

/** Lists of approvals can be long; the editor must mention what is cut. */
const fitting = (text: string): string =>
  text.length <= QUESTION_LIMITS.text
    ? text
    : `${[...text.slice(0, QUESTION_LIMITS.text - 2)].slice(0, -1).join("")}…`;
