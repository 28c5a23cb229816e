// Every statement about the log at some size, from all sources, with its signers.
import { readNote, readVerifierKey, type Checkpoint } from "@/lib/domain/log/note";
import { signatureOf } from "../log/seal/verify-signature";
import type { Anchors, ExternalCheckpoint, TrustedWitness } from "./anchors";
import type { KeyRing } from "./key-ring";
import type { OwnSealing, StoredCheckpoint, StoredCosignature } from "./stored";
import { discrepancy, type Discrepancy } from "./verdict";

export interface Claim extends Checkpoint {
  kind: ExternalCheckpoint["kind"] | "stored";
  where: string;
  /** Only for a stored one. */
  id: number | null;
  /** Public halves of the keys, trusted or not, with a valid signature in the log's name. */
  signedBy: string[];
  witnessedBy: TrustedWitness[];
  /** It came with signatures. */
  isNote: boolean;
  /** Signatures in the log's name that no known key made. */
  strange: number;
}

export const STORED = "audit.checkpoint";

/** For a stored checkpoint the signed text; if that can't be read, its columns. */
export function storedClaim(stored: StoredCheckpoint, ring: KeyRing): Claim {
  const { id, note, signed } = stored;
  const { by, strange } = note && signed ? ring.signed(note, signed.origin) : { by: [], strange: 0 };
  return {
    ...checkpointOf(signed ?? stored),
    ...{ kind: "stored", where: STORED, id, signedBy: by, witnessedBy: [], isNote: true, strange },
  };
}

export function externalClaim(
  checkpoint: ExternalCheckpoint,
  ring: KeyRing,
  witnesses: Anchors["witnesses"],
): Claim {
  const { note, where, kind } = checkpoint;
  const { by, strange } = note ? ring.signed(note, checkpoint.origin) : { by: [], strange: 0 };
  const witnessedBy = note ? witnesses.filter(({ verifierKey }) => signatureOf(note, verifierKey)) : [];
  return {
    ...checkpointOf(checkpoint),
    ...{ kind, where, id: null, signedBy: by, witnessedBy, isNote: note !== undefined, strange },
  };
}

/** Returns invalid cosignatures; valid ones of trusted witnesses are added to the claims. */
export function weighCosignatures(
  { cosignatures, checkpoints }: OwnSealing,
  claims: ReadonlyMap<number, Claim>,
  trusted: readonly TrustedWitness[],
): { wrong: Discrepancy[]; untrusted: Map<string, number> } {
  const stored = new Map(checkpoints.map((one) => [one.id, one]));
  const untrusted = new Map<string, number>();
  const wrong = cosignatures.flatMap((row) => {
    const under = stored.get(row.checkpointId);
    const fault = cosignatureFault(row, under);
    if (fault !== null)
      return [
        discrepancy(
          "cosignature",
          `the cosignature of ${nameOf(row)} under checkpoint ${row.checkpointId}: ${fault}`,
        ),
      ];
    const witness = trusted.find(({ verifierKey }) => verifierKey === row.verifierKey);
    if (witness) claims.get(row.checkpointId)?.witnessedBy.push(witness);
    else untrusted.set(row.verifierKey, (untrusted.get(row.verifierKey) ?? 0) + 1);
    return [];
  });
  return { wrong, untrusted };
}

function cosignatureFault(
  { verifierKey, line, seconds }: StoredCosignature,
  under: StoredCheckpoint | undefined,
): string | null {
  if (!under) return "there is no such checkpoint";
  if (!under.note) return null;
  if (readVerifierKey(verifierKey) === null) return "its key is none";
  const alone = readNote(`${under.note.text}\n${line}\n`);
  const signed = alone && signatureOf(alone, verifierKey);
  if (!signed || signed.seconds === null)
    return "it isn't right: that witness signed something else, or nothing";
  return signed.seconds === seconds ? null : "it was signed at another time than its row says";
}

const nameOf = ({ verifierKey }: StoredCosignature): string => verifierKey.split("+")[0] ?? "";
const checkpointOf = ({ origin, size, root }: Checkpoint): Checkpoint => ({ origin, size, root });
