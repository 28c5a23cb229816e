// Both records field by field, in words.
import { valueWords } from "@/components/pledges/changes/value-words";
import type { Json } from "@/lib/domain/base/canonical";
import { namesOf } from "@/lib/domain/base/field";
import { CONTRIBUTION_FIELDS } from "@/lib/domain/pledge/contribution";
import { CONTENT_FIELDS } from "@/lib/domain/pledge/pledge";
import type { PledgeDetails } from "@/lib/domain/details/pledge-details";
import { completenessWords, fieldWords } from "@/lib/i18n/words/domain-words";
import { labelled } from "@/lib/i18n/signs";
import { translator } from "@/lib/i18n/translator";
import { itemWords } from "@/lib/i18n/words/words";

export interface CompareRow {
  key: string;
  name: string;
  /** The value at each moment: none, one or several. */
  from: readonly string[];
  to: readonly string[];
  differs: boolean;
}

const t = translator("changes");
const domain = translator("domain");

const FIELDS = [
  "stage",
  "stageReason",
  "suspendedFrom",
  "voided",
  ...CONTENT_FIELDS.filter((field) => field !== "contributions"),
  "lastConfirmedOn",
  "supersededBy",
] as const;

/** The amounts next to each other. */
const LINE_FIELDS = [
  ...new Set([
    ...(["kind", "domain", "location", "quantity", "money", "allocated"] as const),
    ...namesOf(CONTRIBUTION_FIELDS),
  ]),
];

/** The record's own fields, its contributions, evidence and approvals. */
export function recordRows(from: PledgeDetails, to: PledgeDetails): CompareRow[] {
  return [
    ...FIELDS.map((field) =>
      rowOf(field, fieldWords(field), (details) => valueTexts(details, field, details[field]), from, to),
    ),
    ...lineRows(from, to),
    rowOf("evidence", t("compare.evidence"), evidenceIn, from, to),
    rowOf("approvals", domain("field.approvals"), approvalsIn, from, to),
  ].filter((row) => row.from.length + row.to.length > 0);
}

/** What the rules derive from it. */
export function derivedRows(from: PledgeDetails, to: PledgeDetails): CompareRow[] {
  const row = (
    key: "instrument" | "verification" | "completeness" | "actionable" | "unresolved",
    words: (details: PledgeDetails) => string[],
  ): CompareRow => rowOf(key, t(`compare.${key}`), words, from, to);
  return [
    row("instrument", ({ instrument }) =>
      instrument === null ? [] : [domain(`evidenceKind.${instrument}`)],
    ),
    row("verification", ({ verification }) =>
      verification === null ? [] : [domain(`verification.${verification}`)],
    ),
    row("completeness", ({ completeness }) => [completenessWords(completeness)]),
    row("actionable", ({ actionable }) => [t(actionable ? "compare.yes" : "compare.no")]),
    row("unresolved", ({ unresolved }) =>
      unresolved.map((item) => labelled(domain(`code.${item.code}`), itemWords(item).what)),
    ),
  ];
}

/** Lines are matched by id: an added or removed line is empty on the other side. */
function lineRows(from: PledgeDetails, to: PledgeDetails): CompareRow[] {
  const ids = [...new Set([...from.contributions, ...to.contributions].map(({ id }) => id))];
  return ids.flatMap((id, index) =>
    LINE_FIELDS.map((field) => {
      const path = `contributions.${index}.${field}`;
      const words = (details: PledgeDetails): string[] =>
        valueTexts(details, field, details.contributions.find((line) => line.id === id)?.[field] ?? null);
      return rowOf(path, fieldWords(path), words, from, to);
    }),
  );
}

const evidenceIn = (details: PledgeDetails): string[] =>
  details.evidence.map(({ source, retracted, files: _files, span: _span, ...piece }) => {
    const words = labelled(source.publisher, valueWords("evidence", piece));
    return retracted === null ? words : t("compare.retracted", { piece: words });
  });

const approvalsIn = ({ approvals }: PledgeDetails): string[] =>
  approvals.map(({ body, status }) => labelled(body, domain(`approvalStatus.${status}`)));

function valueTexts({ facts }: PledgeDetails, field: string, value: unknown): string[] {
  if (value === null || (Array.isArray(value) && value.length === 0)) return [];
  return [valueWords(field, value as Json, facts)];
}

function rowOf(
  key: string,
  name: string,
  words: (details: PledgeDetails) => string[],
  from: PledgeDetails,
  to: PledgeDetails,
): CompareRow {
  const [before, after] = [words(from), words(to)];
  return { key, name, from: before, to: after, differs: before.join("\n") !== after.join("\n") };
}
