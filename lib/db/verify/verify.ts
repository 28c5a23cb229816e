// Verifies the whole record. First comes the log, entry by entry, with its signatures. Then every live record is
// compared with the hash in its last event. Then come sealed numbers, the access log and derived rows. All in one
// snapshot, so that others can keep working.
import "server-only";
import { readVerifierKey, type Checkpoint } from "@/lib/domain/log/note";
import type { Queryable } from "../connection";
import { inSnapshot } from "../log/consistent-read";
import { accessFault } from "./access";
import { aheadFaults } from "./ahead";
import { compareWithLog, type LogAsRead } from "./against-log";
import { NO_ANCHORS, type Anchors } from "./anchors";
import { authorityFaults, chainFault, chainOver, headFault } from "./chain";
import { externalClaim, storedClaim, weighCosignatures, type Claim } from "./claims";
import { derivedFaults } from "./derived";
import { KeyRing } from "./key-ring";
import { recordsFault } from "./live";
import { nodeFaults } from "./nodes";
import { compareOutside } from "./outside";
import { checkpointFaults, keyFaults } from "./own-rows";
import { Roots } from "./roots";
import { sealedFault } from "./sealed";
import { readSealing, type OwnSealing } from "./stored";
import { Trust } from "./trust";
import {
  discrepancy,
  firstProblem,
  verdictOf,
  type Discrepancy,
  type VerifiedPart,
  type VerifyVerdict,
} from "./verdict";

/** The current part; for the log, with the number of entries read. */
export type OnProgress = (part: VerifiedPart, entries?: number) => void;

/** `given`: checkpoints that a person vouches for, in addition to the anchors. */
export function verifyRegister(
  given: readonly Checkpoint[] = [],
  anchors: Anchors = NO_ANCHORS,
  onProgress?: OnProgress,
): Promise<VerifyVerdict> {
  return inSnapshot((client) => verdictIn(client, given, anchors, onProgress));
}

/** The same inside an open transaction. */
export async function verdictIn(
  client: Queryable,
  given: readonly Checkpoint[] = [],
  anchors: Anchors = NO_ANCHORS,
  onProgress: OnProgress = () => undefined,
): Promise<VerifyVerdict> {
  const sealed = await readSealing(client);
  const ring = new KeyRing(candidatesIn(sealed, anchors));
  const stored = new Map(sealed.checkpoints.map((one) => [one.id, storedClaim(one, ring)]));
  const cosigned = weighCosignatures(sealed, stored, anchors.witnesses);
  const claims: Claim[] = [
    ...stored.values(),
    ...anchors.external.map((one) => externalClaim(one, ring, anchors.witnesses)),
    ...given.map(({ origin, size, root }) =>
      externalClaim({ origin, size, root, where: "what was given", kind: "given" }, ring, []),
    ),
  ];

  const chain = chainOver(new Roots(claims.map(({ size }) => size)));
  const broken = await chainFault(client, chain, (entries) => onProgress("log", entries));
  const log: LogAsRead = { roots: chain.roots, isWhole: broken === null, restores: sealed.restores };
  const trust = new Trust(anchors, claims, log.roots, sealed.keyEvents);
  const against = compareWithLog(claims, trust, log);
  const outside = compareOutside(claims, trust, log);
  const head = broken === null ? await headFault(client, chain) : null;
  const largest = [...stored.values()].reduce((most, { size }) => Math.max(most, size), 0);

  const findings: Discrepancy[] = [
    ...[...(broken ? [broken] : []), ...against.findings, ...(head ? [head] : [])].sort(byEntry),
    ...authorityFaults(chain.breaches.filter(({ since }) => since)),
    ...checkpointFaults(sealed, stored, trust, log),
    ...outside.findings,
    ...keyFaults(sealed, stored, trust, log),
    ...firstProblem(cosigned.wrong),
    ...(await nodeFaults(client, log.roots.nodes, largest)),
    ...(await aheadFaults(client)),
  ];
  if (broken === null) {
    onProgress("record");
    findings.push(...one("record", await recordsFault(client, chain.last)));
    findings.push(...one("sealed-number", await sealedFault(client, chain.commitments)));
    onProgress("access");
    findings.push(...one("access", await accessFault(client)));
  }
  onProgress("derived");
  findings.push(...(await derivedFaults(client)));
  return verdictOf({
    findings,
    events: chain.seq,
    records: chain.last.size,
    vouched: trust.vouched,
    bounds: against.bounds,
    earlier: authorityFaults(chain.breaches.filter(({ since }) => !since)),
    unchecked: [...against.unchecked, ...(broken ? ["Records weren't compared, as the log is broken."] : [])],
    remarks: [...against.remarks, ...outside.remarks, ...untrustedWitnesses(cosigned.untrusted)],
  });
}

/** Every key named anywhere; who named it is weighed later. */
const candidatesIn = ({ keys, keyEvents }: OwnSealing, anchors: Anchors): string[] => [
  ...anchors.keys.map(({ publicKey }) => publicKey),
  ...keys.flatMap(({ verifierKey }) => readVerifierKey(verifierKey)?.publicKey ?? []),
  ...keyEvents.flatMap(({ publicKeys }) => publicKeys),
];

const one = (part: VerifiedPart, fault: string | null): Discrepancy[] =>
  fault === null ? [] : [discrepancy(part, fault)];

const byEntry = (a: Discrepancy, b: Discrepancy): number => (a.entry ?? Infinity) - (b.entry ?? Infinity);

const untrustedWitnesses = (untrusted: ReadonlyMap<string, number>): string[] =>
  [...untrusted].map(
    ([key, count]) =>
      `${count} cosignatures are right by a key that the database alone states, so they count for nothing: ${key}`,
  );
