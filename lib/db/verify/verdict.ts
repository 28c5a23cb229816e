// What verifying came to, as data; scripts/verify/report.ts puts it in words.

export type VerifiedPart =
  | "log"
  | "head"
  | "checkpoint"
  | "key"
  | "cosignature"
  | "outside"
  | "node"
  | "record"
  | "sealed-number"
  | "access"
  | "derived";

export interface Discrepancy {
  part: VerifiedPart;
  /** The first entry of the log that it concerns; null where it concerns none in particular. */
  entry: number | null;
  says: string;
  /** How many more there are of this kind; this is the first. */
  more: number;
}

/**
 * `signature`: of a key that is known from outside the database. `holder`: the word of who keeps the checkpoint, for no key is
 * known to hold its signature against. `database`: it states this about itself.
 */
export type Rests = "signature" | "holder" | "database";

/** How far the log is what some checkpoints say, and what that rests on. */
export interface VerdictBound {
  source: string;
  /** How many of them were held against the log. */
  checkpoints: number;
  /** The last entry that they cover and that is as they say; 0 where none of them agrees. */
  through: number;
  rests: Rests;
  /** Whose signature, or whose word. */
  by: string;
}

interface Outcome {
  findings: Discrepancy[];
  events: number;
  records: number;
  /** Entries 1 to this are covered by something that the database can't state itself; 0 where none is. */
  vouched: number;
  bounds: VerdictBound[];
  /** What couldn't be checked although it was asked for. */
  unchecked: string[];
  /** Not wrong, and worth knowing. */
  remarks: string[];
}

/** `fault`: the first finding. */
export type VerifyVerdict = Outcome & ({ intact: true; fault: null } | { intact: false; fault: string });

export const discrepancy = (part: VerifiedPart, says: string, entry: number | null = null): Discrepancy => ({
  part,
  entry,
  says,
  more: 0,
});

/** The first of many of a kind, with how many follow. */
export function firstProblem(findings: readonly Discrepancy[]): Discrepancy[] {
  const [first, ...rest] = findings;
  return first ? [{ ...first, more: rest.length }] : [];
}

export function verdictOf(outcome: Outcome): VerifyVerdict {
  const [first] = outcome.findings;
  return first ? { ...outcome, intact: false, fault: first.says } : { ...outcome, intact: true, fault: null };
}

/** Entries 1 to this are as a signature says that was held against a key from outside. */
export const signedThrough = ({ bounds }: Pick<VerifyVerdict, "bounds">): number =>
  bounds.reduce((most, { rests, through }) => (rests === "signature" ? Math.max(most, through) : most), 0);
