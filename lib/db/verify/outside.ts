// Compares outside evidence that agrees with the log to the database's own rows.
import type { LogAsRead } from "./against-log";
import type { Claim } from "./claims";
import { isOutside, type Trust } from "./trust";
import { discrepancy, firstProblem, type Discrepancy } from "./verdict";

export interface Compared {
  findings: Discrepancy[];
  remarks: string[];
}

export function compareOutside(
  claims: readonly Claim[],
  trust: Trust,
  { roots, restores }: LogAsRead,
): Compared {
  const external = claims.filter(({ kind }) => kind !== "stored");
  const stored = new Set(claims.filter(({ kind }) => kind === "stored").map(nameOf));
  const unstored = external.filter(
    (claim) =>
      isOutside(trust.basisOf(claim)) &&
      claim.signedBy.length > 0 &&
      roots.at(claim.size) === claim.root &&
      !stored.has(nameOf(claim)),
  );
  const last = external.filter(({ kind }) => kind === "last");
  // A backup may predate a checkpoint by moments; copies of such checkpoints stay forever.
  const isExplained = ({ kind, size }: Claim): boolean =>
    kind === "copy" || restores.some((seq) => seq > size);
  const explained = unstored.filter(isExplained);
  return {
    findings: [
      ...last.filter((claim) => trust.basisOf(claim) === null).map(unsigned),
      ...firstProblem(unstored.filter((claim) => !isExplained(claim)).map(removed)),
      ...firstProblem(external.filter((claim) => isStrange(claim, trust)).map(strange)),
    ],
    remarks: explained[0]
      ? [
          `${explained.length} of the checkpoints held outside agree with the log and have no row in audit.checkpoint: removed, or signed just after the backup that was restored. The first is of ${explained[0].size} entries.`,
        ]
      : [],
  };
}

const nameOf = ({ origin, size, root }: Claim): string => `${origin} ${size} ${root}`;

const unsigned = ({ where, size }: Claim): Discrepancy =>
  discrepancy(
    "outside",
    `${where}, of ${size} entries: it is signed by none of the log's keys that are known`,
  );

const removed = ({ where, size }: Claim): Discrepancy =>
  discrepancy(
    "checkpoint",
    `the checkpoint of ${size} entries, which lies in ${where}, has no row in audit.checkpoint: it was removed, or a backup from just before it was restored`,
    size,
  );

/** Trusted on other grounds, but the database names none of its signing keys. */
const isStrange = (claim: Claim, trust: Trust): boolean =>
  isOutside(trust.basisOf(claim)) && claim.signedBy.length === 0 && claim.strange > 0;

const strange = ({ where, size }: Claim): Discrepancy =>
  discrepancy(
    "key",
    `audit.sealing_key: none of the keys there, or known otherwise, signed the checkpoint of ${size} entries in ${where}, and the log's own signature is under it`,
  );
