// What supports or contradicts a pledge. EVIDENCE_KINDS is in order of strength.
import { type Day, type Instant, dayOf, plusDays } from "../base/day";
import type { Fields, ValuesOf } from "../base/field";
import type { AttachedFile } from "./file";
import type { TextSpan } from "../base/sentences";
import type { Source } from "./source";

export const EVIDENCE_KINDS = [
  "INTERNAL_NOTE",
  "MEDIA_REPORT",
  "INTERVIEW",
  "OFFICIAL_STATEMENT",
  "JOINT_DECLARATION",
  "PARLIAMENT_RECORD",
  "NOTE_VERBALE",
  "SIGNED_DOCUMENT",
  "GOVERNMENT_DECISION",
  "BUDGET_DOCUMENT",
  "HQ_CONFIRMATION",
  "TRANSFER_DOCUMENT",
] as const;
export type EvidenceKind = (typeof EVIDENCE_KINDS)[number];

export const VERIFICATIONS = ["REPORTED", "REGISTERED", "DOCUMENTED", "CONFIRMED"] as const;
export type Verification = (typeof VERIFICATIONS)[number];

export const RELIABILITIES = ["A", "B", "C", "D", "E", "F"] as const;
export type Reliability = (typeof RELIABILITIES)[number];
export const CREDIBILITIES = [1, 2, 3, 4, 5, 6] as const;
export type Credibility = (typeof CREDIBILITIES)[number];

/** The fields that evidence may speak to. */
export const EVIDENCE_FIELDS = [
  "title",
  "summary",
  "stage",
  "statedOn",
  "windowStart",
  "windowEnd",
  "dueOn",
  "authorisedBy",
  "furtherApproval",
  "contributions",
  "contributions.kind",
  "contributions.domain",
  "contributions.location",
  "contributions.quantity",
  "contributions.money",
  "contributions.noticeToMoveDays",
  "contributions.availableFrom",
  "contributions.availableTo",
  "contributions.caveats",
  "condition",
  "approvals",
] as const;
export type EvidenceField = (typeof EVIDENCE_FIELDS)[number];

/** Of evidence on a pledge or a trigger, in the order of forms. */
export const PIECE_FIELDS = {
  kind: { is: "code", of: EVIDENCE_KINDS, required: true },
  reliability: { is: "code", of: RELIABILITIES, required: true },
  credibility: { is: "grade", of: CREDIBILITIES, required: true },
  quote: { is: "text", limit: 4_000 },
  supports: { is: "flag", otherwise: true },
} as const satisfies Fields;

export const PLEDGE_PIECE_FIELDS = {
  ...PIECE_FIELDS,
  /** What it speaks to. */
  field: { is: "code", of: EVIDENCE_FIELDS },
  claims: { is: "line", limit: 500 },
  /** The last day on which it holds. */
  validUntil: { is: "day" },
} as const satisfies Fields;

export interface Evidence extends ValuesOf<typeof PLEDGE_PIECE_FIELDS> {
  id: string;
  source: Pick<Source, "id" | "publisher" | "url" | "title" | "publishedOn" | "language" | "ownership">;
  /** Attached files; left out: none. */
  files?: readonly AttachedFile[];
  /** The quote's position in its source's captured text; left out: unknown. */
  span?: TextSpan;
  recordedAt: Instant;
  retracted: { at: Instant; reason: string } | null;
}

/** Per pledge: each event stores its pledge whole, and each list reads it whole. */
export const MOST_EVIDENCE = 200;

export const strengthOf = (kind: EvidenceKind): number => EVIDENCE_KINDS.indexOf(kind);

/** Contradicting and retracted evidence doesn't count. Expired evidence does: it still says what the instrument is. */
export const counts = (evidence: Evidence): boolean => evidence.supports && evidence.retracted === null;

/** The strongest kind that supports the pledge. */
export function instrumentOf(evidence: readonly Evidence[]): EvidenceKind | null {
  return evidence
    .filter(counts)
    .reduce<EvidenceKind | null>(
      (best, { kind }) => (best === null || strengthOf(kind) > strengthOf(best) ? kind : best),
      null,
    );
}

export function verificationOf(instrument: EvidenceKind | null): Verification | null {
  if (instrument === null) return null;
  if (strengthOf(instrument) < strengthOf("OFFICIAL_STATEMENT")) return "REPORTED";
  if (strengthOf(instrument) < strengthOf("NOTE_VERBALE")) return "REGISTERED";
  return strengthOf(instrument) < strengthOf("HQ_CONFIRMATION") ? "DOCUMENTED" : "CONFIRMED";
}

/** The first day on which the evidence no longer holds; null: it holds without end. */
export function evidenceEnd(evidence: Evidence, timeZone: string): Day | null {
  const ends = [
    evidence.validUntil && plusDays(evidence.validUntil, 1),
    evidence.retracted && dayOf(evidence.retracted.at, timeZone),
  ].filter((day) => day !== null);
  return ends.sort()[0] ?? null;
}

/** What evidence holds of its source. */
export const cited = ({
  id,
  publisher,
  url,
  title,
  publishedOn,
  language,
  ownership,
}: Source): Evidence["source"] => ({ id, publisher, url, title, publishedOn, language, ownership });
