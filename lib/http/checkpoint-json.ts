import type { LogStatus, ProvenEntry } from "@/lib/domain/log/log-status";
import type { Hash } from "@/lib/domain/log/merkle";
import { hexToBase64 } from "@/lib/domain/log/note";

type Sealed = NonNullable<LogStatus["checkpoint"]>;

const sealedJson = ({ origin, size, root, note, sealedAt }: Sealed) => ({
  origin,
  size,
  root,
  note,
  sealedAt,
});

export const logStateJson = (state: LogStatus) => ({
  entries: state.entries,
  unsealed: state.unsealed,
  unsealedSince: state.unsealedSince,
  checkpoint: state.checkpoint && sealedJson(state.checkpoint),
  keys: state.keys,
  copies: state.copies.map(({ old: _old, ...copy }) => copy),
  witnesses: state.witnesses.map(({ old: _old, refusing: _refusing, ...witness }) => witness),
  fault: state.fault,
  late: state.late,
  clock: {
    faults: state.clock.faults,
    databaseAheadMs: Math.round(state.clock.databaseAheadMs),
    movedMs: Math.round(state.clock.movedMs),
    aheadFrom: state.clock.aheadFrom,
    ahead: state.clock.ahead.map(({ aheadMs, ...entries }) => ({
      ...entries,
      aheadMs: Math.round(aheadMs),
    })),
  },
});

/** Hashes in fields of ours are hexadecimal; where the checkpoint standards say base64, base64. */
export const proofJson = ({ seq, leaf, leafHash, proof, checkpoint }: ProvenEntry) => ({
  seq,
  leaf,
  leafHash,
  proof: proof.map(hexToBase64),
  checkpoint: sealedJson(checkpoint),
});

export const consistencyJson = ({ from, to, proof }: { from: number; to: number; proof: Hash[] }) => ({
  from,
  to,
  proof: proof.map(hexToBase64),
});
