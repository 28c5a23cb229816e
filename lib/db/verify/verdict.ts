// The result of verification, as data; scripts/verify/report.ts words it.

export type VerifiedPart =
  | "log"
  | "authority"
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
  /** The first log entry concerned; null: no particular one. */
  entry: number | null;
  says: string;
  /** How many more of this kind follow; this is the first. */
  more: number;
}

/**
 * `signature`: of a key known from outside the database. `holder`: the holder's statement, because no key is
 * known to verify the signature. `database`: its own statement.
 */
export type Rests = "signature" | "holder" | "database";

/** How far the log matches some checkpoints, and on what basis. */
export interface VerdictBound {
  source: string;
  /** How many of them were compared. */
  checkpoints: number;
  /** The last matching entry they cover; 0: none agrees. */
  through: number;
  rests: Rests;
  /** The signer or the holder. */
  by: string;
}

interface Outcome {
  findings: Discrepancy[];
  /** Entries whose author had no right to them, made before the rules of authority went on record. */
  earlier: Discrepancy[];
  events: number;
  records: number;
  /** Entries 1 to this are covered by something that the database can't state itself; 0: none. */
  vouched: number;
  bounds: VerdictBound[];
  /** Checks that were requested but not possible. */
  unchecked: string[];
  /** Not faults, but worth knowing. */
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

/** The first of many of a kind, with the number that follow. */
export function firstProblem(findings: readonly Discrepancy[]): Discrepancy[] {
  const [first, ...rest] = findings;
  return first ? [{ ...first, more: rest.length }] : [];
}

export function verdictOf(outcome: Outcome): VerifyVerdict {
  const [first] = outcome.findings;
  return first ? { ...outcome, intact: false, fault: first.says } : { ...outcome, intact: true, fault: null };
}

/** Entries 1 to this are covered by a signature checked with a key from outside. */
export const signedThrough = ({ bounds }: Pick<VerifyVerdict, "bounds">): number =>
  bounds.reduce((most, { rests, through }) => (rests === "signature" ? Math.max(most, through) : most), 0);
