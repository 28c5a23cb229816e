// Checks each of the log's rows about its own sealing against what was signed.
import { readLogName } from "@/lib/domain/log/log-name";
import { checkpointText, readVerifierKey, verifierKey as verifierKeyOf } from "@/lib/domain/log/note";
import { keyIdOf } from "../log/seal/verify-signature";
import type { LogAsRead } from "./against-log";
import type { Claim } from "./claims";
import type { OwnSealing, StoredCheckpoint } from "./stored";
import type { Trust } from "./trust";
import { discrepancy, firstProblem, type Discrepancy } from "./verdict";

export function checkpointFaults(
  { checkpoints }: OwnSealing,
  claims: ReadonlyMap<number, Claim>,
  trust: Trust,
  log: LogAsRead,
): Discrepancy[] {
  const faults = [missingRow, noteFault, columnFault, signatureFault, nameFault, orderFault].map((fault) =>
    firstProblem(
      checkpoints.flatMap((row, index) => {
        const claim = claims.get(row.id);
        const says = claim && fault({ row, claim, before: checkpoints[index - 1], trust, log });
        return says
          ? [
              discrepancy(
                "checkpoint",
                `checkpoint ${row.id}, of ${row.size} entries: ${says}`,
                since(row, checkpoints, index),
              ),
            ]
          : [];
      }),
    ),
  );
  return faults.flat();
}

interface Looked {
  row: StoredCheckpoint;
  claim: Claim;
  before: StoredCheckpoint | undefined;
  trust: Trust;
  log: LogAsRead;
}

/** The first entry that no earlier checkpoint covers. */
const since = (row: StoredCheckpoint, all: readonly StoredCheckpoint[], index: number): number =>
  Math.min(row.size, (all[index - 1]?.size ?? 0) + 1);

function missingRow({ row, before }: Looked): string | null {
  const next = (before?.id ?? 0) + 1;
  if (row.id < 1) return "it was put in, the first is 1";
  return row.id === next ? null : `checkpoint ${next} is missing before it`;
}

const noteFault = ({ row }: Looked): string | null =>
  row.signed ? null : "its note can't be read as a checkpoint";

function columnFault({ row }: Looked): string | null {
  if (!row.signed || row.note?.text === checkpointText(row)) return null;
  const differ = (["origin", "size", "root"] as const).filter((part) => row.signed?.[part] !== row[part]);
  return `its row states another ${differ.join(", ") || "text"} than its note, which is what was signed`;
}

function signatureFault({ row, claim, trust }: Looked): string | null {
  if (!row.signed) return null;
  const retired = trust.retiredBefore(claim);
  if (retired !== null) return `it is signed by a key alone that entry ${retired} had retired`;
  if (trust.knowsKeys && !claim.signedBy.some((key) => trust.keys.has(key)))
    return `its note is signed by none of the log's keys that are known${
      claim.signedBy.length > 0 ? ", but by one that the database alone states" : ""
    }`;
  if (claim.signedBy.length === 0) return "its note is signed by none of the keys that the database states";
  return claim.strange > 0 ? "its note bears a signature that none of the log's keys made" : null;
}

function nameFault({ claim, log }: Looked): string | null {
  if (claim.size > log.roots.size || readLogName(claim.origin).log !== log.roots.name) return null;
  const restored = log.restores.filter((seq) => seq <= claim.size).length;
  return readLogName(claim.origin).restored === restored
    ? null
    : `it goes by ${claim.origin}, and ${restored} restores were on record then`;
}

const orderFault = ({ row, before }: Looked): string | null =>
  before && row.size < before.size ? `it comes after one of ${before.size}` : null;

/** Keys stated by the database: each must be known from elsewhere, and date from the first checkpoint it signed. */
export function keyFaults(
  { keys }: OwnSealing,
  claims: ReadonlyMap<number, Claim>,
  trust: Trust,
  { roots }: LogAsRead,
): Discrepancy[] {
  const stated = new Set(keys.map(({ verifierKey }) => verifierKey));
  const faults = keys.flatMap(({ verifierKey, sinceId }) => {
    const key = readVerifierKey(verifierKey);
    const says =
      keyFault(key, trust, roots.name) ?? sinceFault(key?.publicKey ?? "", claims.get(sinceId), sinceId);
    return says === null ? [] : [discrepancy("key", `audit.sealing_key, ${verifierKey}: ${says}`)];
  });
  const signers = new Map<string, { origin: string; key: string; id: number | null }>();
  for (const { origin, signedBy, id } of claims.values())
    for (const key of signedBy)
      if (!signers.has(`${origin} ${key}`)) signers.set(`${origin} ${key}`, { origin, key, id });
  const unstated = [...signers.values()].flatMap(({ origin, key, id }) => {
    const keyId = keyIdOf(origin, key);
    return stated.has(verifierKeyOf(origin, keyId, key))
      ? []
      : [discrepancy("key", `audit.sealing_key: it lacks key ${keyId}, which signed checkpoint ${id ?? 0}`)];
  });
  return [...firstProblem(faults), ...firstProblem(unstated)];
}

type ReadKey = ReturnType<typeof readVerifierKey>;

function keyFault(key: ReadKey, trust: Trust, log: string): string | null {
  if (key?.kind !== "01" || keyIdOf(key.name, key.publicKey) !== key.keyId) return "it is no key of a log";
  if (log !== "" && readLogName(key.name).log !== log)
    return `it is a key of another log; this one is ${log}`;
  return !trust.knowsKeys || trust.keys.has(key.publicKey)
    ? null
    : "it is none of the log's keys that are known, and no entry that a signature covers names it. If it once was one, give it (--key)";
}

const sinceFault = (publicKey: string, claim: Claim | undefined, sinceId: number): string | null =>
  claim?.signedBy.includes(publicKey)
    ? null
    : `it didn't sign checkpoint ${sinceId}, since which it is said to sign`;
