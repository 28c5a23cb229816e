// Checks checkpoints against the log: between which entries it differs from what was signed, and up to where it agrees.
import { readLogName } from "@/lib/domain/log/log-name";
import type { Claim } from "./claims";
import type { Roots } from "./roots";
import { isOutside, type Trust } from "./trust";
import { discrepancy, type VerdictBound, type Discrepancy, type Rests } from "./verdict";

export interface LogAsRead {
  roots: Roots;
  /** The log was read to its end. */
  isWhole: boolean;
  /** Entries that acknowledge a restored backup and its loss. */
  restores: readonly number[];
}

export interface LogComparison {
  findings: Discrepancy[];
  bounds: VerdictBound[];
  unchecked: string[];
  remarks: string[];
}

export function compareWithLog(claims: readonly Claim[], trust: Trust, log: LogAsRead): LogComparison {
  const { own: all, foreign } = splitByLog(claims, trust, log);
  const own = all.filter((claim) => trust.basisOf(claim) !== null);
  const lost = new Set(lostIn(own, trust, log));
  const expected = own.filter((claim) => !lost.has(claim)).sort((a, b) => a.size - b.size);
  return {
    findings: [...foreign.findings, ...faultsIn(expected, trust, log)],
    bounds: boundsOf(expected, trust, log.roots),
    unchecked: uncheckedIn(all, trust),
    remarks: [...foreign.remarks, ...lostOnRecord([...lost], log), ...unsignedCopies(all, trust)],
  };
}

/** Notes of other logs are ignored if at least one is of this log; otherwise this log was rewritten from its start. */
function splitByLog(
  claims: readonly Claim[],
  trust: Trust,
  { roots }: LogAsRead,
): { own: Claim[]; foreign: { findings: Discrepancy[]; remarks: string[] } } {
  const isOwn = ({ origin }: Claim): boolean => roots.size === 0 || readLogName(origin).log === roots.name;
  const own = claims.filter(isOwn);
  const others = claims.filter((claim) => !isOwn(claim));
  const places = new Set(own.map(({ where }) => where));
  const wrong = others.filter(
    (claim) =>
      claim.signedBy.some((key) => trust.keys.has(key)) ||
      (!places.has(claim.where) && (claim.kind === "given" || trust.basisOf(claim) !== null)),
  );
  const [first] = wrong;
  const findings = first
    ? [
        {
          ...discrepancy(
            "log",
            `a checkpoint of ${first.size} entries is of another log, ${first.origin}: this one is ${roots.name} (${first.where})`,
            1,
          ),
          more: wrong.length - 1,
        },
      ]
    : [];
  const passed = others.length - wrong.length;
  const remarks = passed > 0 ? [`${passed} of the checkpoints held outside are of other logs.`] : [];
  return { own, foreign: { findings, remarks } };
}

/**
 * Signed before an acknowledged and vouched restore, over entries missing from the backup: none of its own
 * checkpoints reaches so far. Checkpoints brought along by the verifier are always reported.
 */
function lostIn(claims: readonly Claim[], trust: Trust, { roots, restores }: LogAsRead): Claim[] {
  const turnOf = ({ origin }: Claim): number => readLogName(origin).restored;
  const reached = restores.map((_seq, turn) =>
    claims.reduce(
      (most, claim) => (claim.kind === "stored" && turnOf(claim) <= turn ? Math.max(most, claim.size) : most),
      0,
    ),
  );
  return claims.filter((claim) => {
    const turn = turnOf(claim);
    const isKept = claim.kind === "last" || claim.kind === "copy";
    if (!isKept || roots.at(claim.size) === claim.root) return false;
    return (restores[turn] ?? Infinity) <= trust.vouched && claim.size > (reached[turn] ?? Infinity);
  });
}

/**
 * The first that disagrees, and the first beyond the log's end. While an outside checkpoint disagrees, the database's
 * own can't show where that begins.
 */
function faultsIn(claims: readonly Claim[], trust: Trust, { roots, isWhole }: LogAsRead): Discrepancy[] {
  const agrees = ({ size, root }: Claim): boolean => roots.at(size) === root;
  const speaks = (claim: Claim): boolean => isOutside(trust.basisOf(claim));
  const within = claims.filter(({ size }) => size <= roots.size);
  const wrong = within.filter((claim) => !agrees(claim));
  const beyond = isWhole ? claims.filter(({ size }) => size > roots.size) : [];
  const disagreeing = wrong.find(speaks) ?? wrong[0];
  const missing = beyond.find(speaks) ?? beyond[0];
  const found: Discrepancy[] = [];
  if (disagreeing) {
    const { size } = disagreeing;
    const before = within.findLast(
      (claim) => claim.size < size && agrees(claim) && (speaks(claim) || !speaks(disagreeing)),
    );
    const from = (before?.size ?? 0) + 1;
    const held = before ? `; the checkpoint of ${before.size} still matches, ${reasonOf(before, trust)}` : "";
    const says = `entries ${from} to ${size}: they are not the entries covered by the checkpoint of ${size} entries, ${reasonOf(disagreeing, trust)}${held}`;
    found.push({ ...discrepancy("log", says, from), more: wrong.length - 1 });
  }
  if (missing) {
    const says = `entry ${roots.size + 1}: it is missing, but a checkpoint of ${missing.size} entries covers it, ${reasonOf(missing, trust)}`;
    found.push({ ...discrepancy("log", says, roots.size + 1), more: beyond.length - 1 });
  }
  return found;
}

function reasonOf(claim: Claim, trust: Trust): string {
  const basis = trust.basisOf(claim);
  if (basis?.rests === "signature") return `signed by ${basis.by}`;
  return basis?.rests === "holder"
    ? `which rests on trust in the keeper of ${basis.by}`
    : "which rests on the database alone";
}

function boundsOf(claims: readonly Claim[], trust: Trust, roots: Roots): VerdictBound[] {
  const bounds = new Map<string, VerdictBound>();
  const put = (claim: Claim, source: string, rests: Rests, by: string): void => {
    const bound = bounds.get(source) ?? { source, checkpoints: 0, through: 0, rests, by };
    const agrees = roots.at(claim.size) === claim.root;
    bounds.set(source, {
      ...bound,
      checkpoints: bound.checkpoints + 1,
      // Claims are sorted by size.
      ...(agrees ? { through: claim.size, rests, by } : {}),
    });
  };
  for (const claim of claims) {
    const basis = trust.basisOf(claim);
    if (basis) put(claim, claim.where, basis.rests, basis.by);
    for (const { verifierKey, from } of claim.kind === "stored" ? claim.witnessedBy : []) {
      const name = verifierKey.split("+")[0] ?? "";
      put(claim, `cosignatures of ${name}`, "signature", `witness ${name} (${from})`);
    }
  }
  return [...bounds.values()];
}

const uncheckedIn = (claims: readonly Claim[], trust: Trust): string[] =>
  claims
    .filter((claim) => claim.kind === "given" && trust.basisOf(claim) === null)
    .map(
      ({ where, size }) => `${where}, of ${size} entries: it is signed by none of the keys that are known`,
    );

function unsignedCopies(claims: readonly Claim[], trust: Trust): string[] {
  const copies = claims.filter((claim) => claim.kind === "copy" && trust.basisOf(claim) === null);
  const [first] = copies;
  return first
    ? [
        `${copies.length} of the copies in sinks are signed by none of the log's keys and count for nothing; the first is of ${first.size} entries, in ${first.where}.`,
      ]
    : [];
}

function lostOnRecord(lost: readonly Claim[], { restores }: LogAsRead): string[] {
  const [first] = lost;
  if (!first) return [];
  const entry = restores[readLogName(first.origin).restored] ?? 0;
  return [
    `${lost.length} of the checkpoints held outside are of what was lost when a backup was restored; entry ${entry} put that on record.`,
  ];
}
