// Pledges on record that a drafted one, or a row of a file, may be: what agrees, and what differs. A person says whether it is the same.
import type { Day } from "../base/day";
import { plainWords } from "../base/listing";
import type { Priority } from "../base/priority";
import type { Contribution } from "../pledge/contribution";
import type { ImportField } from "../import/import-columns";
import type { ImportRow } from "../import/import-row";
import { fieldsOtherwise } from "../import/import-same";
import type { Pledge } from "../pledge/pledge";
import type { Stage } from "../pledge/stages";
import { capabilitiesNamed } from "./capabilities";
import { amountKey } from "./drafts/amount-key";
import { isNear, stemsOf } from "./near-titles";
import { STAGE_SAID, type DraftContent } from "./pledge-draft";

/** What may agree, the weightiest first. */
export const AGREEMENTS = ["AMOUNT", "TITLE", "KIND", "SOURCE", "DAY"] as const;
export type Agreement = (typeof AGREEMENTS)[number];

export const COMPARED = ["title", "stage", "priority", "amount", "window", "statedOn"] as const;
export type ComparedField = (typeof COMPARED)[number];

/** A pledge in force, as far as it is compared. */
export interface ComparedPledge {
  reference: string;
  participant: string;
  priority: Priority;
  title: string;
  stage: Stage;
  statedOn: Day | null;
  windowStart: Day | null;
  windowEnd: Day | null;
  contributions: readonly Pick<Contribution, "kind" | "quantity" | "money">[];
  /** Whether it rests on the source of the draft already. */
  citesSource: boolean;
}

export interface AlikePledge {
  pledge: ComparedPledge;
  agrees: Agreement[];
  differs: ComparedField[];
}

/** `words`: those of the text that the draft rests on. The likeliest first; the one that it names comes before all. */
export function pledgesAlike(
  content: DraftContent,
  words: string,
  others: readonly ComparedPledge[],
): AlikePledge[] {
  const own = capabilitiesOf(`${content.title}\n${words}`);
  const stems = stemsOf(`${content.title} ${words}`);
  const found = others.flatMap((pledge) => {
    if (pledge.participant !== content.participant) return [];
    const agrees = agreementsOf(content, pledge, { own, stems });
    const isNamed = pledge.reference === content.repeats;
    return isNamed || isAlike(agrees) ? [{ pledge, agrees, isNamed }] : [];
  });
  return found
    .sort((a, b) => Number(b.isNamed) - Number(a.isNamed) || weightOf(b.agrees) - weightOf(a.agrees))
    .slice(0, MOST_ALIKE)
    .map(({ pledge, agrees }) => ({ pledge, agrees, differs: differencesOf(content, pledge) }));
}

const MOST_ALIKE = 2;

/** The same amount or the same words; the same kind alone would match every second pledge of a country. */
const isAlike = (agrees: readonly Agreement[]): boolean =>
  agrees.includes("AMOUNT") ||
  agrees.includes("TITLE") ||
  (agrees.includes("KIND") && (agrees.includes("SOURCE") || agrees.includes("DAY")));

/** By the first that agrees, then by how many do. */
const weightOf = (agrees: readonly Agreement[]): number =>
  agrees.reduce((sum, one) => sum + 2 ** (AGREEMENTS.length - AGREEMENTS.indexOf(one)), 0);

function agreementsOf(
  content: DraftContent,
  pledge: ComparedPledge,
  { own, stems }: { own: ReadonlySet<string>; stems: ReadonlySet<string> },
): Agreement[] {
  const keys = amountsOf(content);
  const theirs = capabilitiesOf(pledge.title, pledge.contributions);
  const isKind = [...kindsOf(content, own)].some((kind) => theirs.has(kind));
  const is: Record<Agreement, boolean> = {
    AMOUNT: keys.length > 0 && amountsOf(pledge).some((key) => keys.includes(key)),
    TITLE: isNear(stems, stemsOf(pledge.title)),
    KIND: isKind,
    SOURCE: pledge.citesSource,
    DAY: pledge.statedOn !== null && pledge.statedOn === content.statedOn,
  };
  return AGREEMENTS.filter((one) => is[one]);
}

/** Fields that the draft leaves open don't differ. */
function differencesOf(content: DraftContent, pledge: ComparedPledge): ComparedField[] {
  const amounts = amountsOf(content);
  const theirs = amountsOf(pledge);
  const isOther = (said: unknown, other: unknown): boolean => said !== null && said !== other;
  const is: Record<ComparedField, boolean> = {
    title: plainWords(content.title) !== plainWords(pledge.title),
    stage: STAGE_SAID[content.says] !== pledge.stage,
    priority: isOther(content.priority, pledge.priority),
    amount: amounts.some((key) => !theirs.includes(key)),
    window: isOther(content.windowStart, pledge.windowStart) || isOther(content.windowEnd, pledge.windowEnd),
    statedOn: isOther(content.statedOn, pledge.statedOn),
  };
  return COMPARED.filter((one) => is[one]);
}

const amountsOf = ({ contributions }: Pick<ComparedPledge, "contributions">): string[] =>
  contributions.flatMap((line) => amountKey(line) ?? []);

/** In whichever of the three languages: the same kinds of contribution are the same in all. */
const capabilitiesOf = (text: string, lines: ComparedPledge["contributions"] = []): Set<string> =>
  new Set([
    ...capabilitiesNamed(text).flatMap(({ kind }) => kind ?? []),
    ...lines.flatMap(({ kind }) => (kind === "OTHER" ? [] : kind)),
  ]);

const kindsOf = ({ contributions }: DraftContent, named: ReadonlySet<string>): Set<string> =>
  new Set([...named, ...contributions.flatMap(({ kind }) => (kind === "OTHER" ? [] : kind))]);

/** A pledge that a row of a file may be, and the fields in which they differ. */
export interface RowCompared {
  pledge: Pledge;
  differs: ImportField[];
}

/** Alike in most words of the title, or in the number or the sum; those with the fewest differences first. */
export function pledgesLikeRow(row: ImportRow, pledges: readonly Pledge[]): RowCompared[] {
  const stems = stemsOf(row.title);
  return pledges
    .filter(({ participant, voided }) => participant === row.participant && voided === null)
    .map((pledge) => ({ pledge, differs: fieldsOtherwise(row, pledge) }))
    .filter(({ pledge, differs }) => {
      const isAmount = row.money !== null && !differs.includes("amount");
      const isNumber = row.quantity.min !== null && !differs.includes("quantity");
      return isAmount || isNumber || isNear(stems, stemsOf(pledge.title));
    })
    .sort((a, b) => a.differs.length - b.differs.length)
    .slice(0, MOST_ALIKE);
}
