// Hashes in our own fields are hexadecimal; in fields of the checkpoint standards, base64 if they say so.
import { z } from "zod";
import type { Shaped } from "@/lib/api/answer";
import { answers, hash, instant } from "@/lib/api/parts";
import { CLOCK_FAULTS } from "@/lib/domain/log/log-clock";
import type { LogStatus, ProvenEntry } from "@/lib/domain/log/log-status";
import type { Hash } from "@/lib/domain/log/merkle";
import { hexToBase64 } from "@/lib/domain/log/note";
import { WITNESS_FAULTS } from "@/lib/domain/log/witness";

const hashes = z.array(z.string()).meta({ description: "Hashes in base64, from the leaf upwards." });

const checkpoint = z
  .object({
    origin: z.string(),
    size: z.int().min(1),
    root: hash,
    note: z
      .string()
      .meta({ description: "Signed note with a C2SP tlog-checkpoint and the cosignatures of witnesses." }),
    sealedAt: instant.meta({ description: "The true time of sealing." }),
  })
  .register(answers, { id: "Checkpoint" });

export const logState = z
  .object({
    entries: z.int().min(0),
    unsealed: z.int().min(0).meta({ description: "Number of entries that no checkpoint covers yet." }),
    unsealedSince: instant.nullable(),
    checkpoint: checkpoint.nullable(),
    keys: z.array(z.string()).meta({ description: "Verifier keys, oldest first." }),
    copies: z.array(
      z.object({
        sink: z.string(),
        size: z.int().nullable(),
        copiedAt: instant.nullable(),
        fault: z.string().nullable(),
      }),
    ),
    witnesses: z
      .array(
        z.object({
          name: z.string(),
          key: z
            .string()
            .meta({ description: "Verifier key of the witness: C2SP tlog-cosignature, Ed25519." }),
          size: z
            .int()
            .nullable()
            .meta({ description: "Size of the checkpoint that the witness last signed." }),
          cosignedAt: instant
            .nullable()
            .meta({ description: "Time of its last cosignature, by its own clock." }),
          fault: z.enum(WITNESS_FAULTS).nullable(),
          refusedAt: instant.nullable(),
          refusedSize: z.int().nullable(),
        }),
      )
      .meta({
        description:
          "The fault `inconsistent` means that a checkpoint did not continue the log that the witness had signed before.",
      }),
    fault: z.enum(["behind", "failed"]).nullable(),
    late: z
      .boolean()
      .meta({ description: "Whether entries have waited longer than sealing takes, by elapsed time." }),
    clock: z.object({
      faults: z.array(z.enum(CLOCK_FAULTS)),
      databaseAheadMs: z.int().meta({
        description:
          "Milliseconds by which the database’s clock is ahead of this instance’s; negative if behind.",
      }),
      movedMs: z.int().meta({
        description: "Milliseconds by which this instance’s clock was moved since the instance started.",
      }),
      aheadFrom: z
        .int()
        .nullable()
        .meta({ description: "The first entry stamped ahead of the true time; null if there is none." }),
      ahead: z
        .array(
          z.object({
            first: z.int(),
            last: z.int(),
            overtakenBy: z.int(),
            aheadMs: z.int(),
          }),
        )
        .meta({
          description: "Entries with a later timestamp than one that follows them, last first.",
        }),
    }),
  })
  .register(answers, { id: "LogState" });

export const inclusionProof = z
  .object({ seq: z.int().min(1), leaf: z.string(), leafHash: hash, proof: hashes, checkpoint })
  .register(answers, { id: "InclusionProof" });

export const consistencyProof = z
  .object({ from: z.int().min(1), to: z.int().min(1), proof: hashes })
  .register(answers, { id: "ConsistencyProof" });

export const presentLogState = ({ clock, ...state }: LogStatus): Shaped<typeof logState> => ({
  ...state,
  clock: {
    ...clock,
    databaseAheadMs: Math.round(clock.databaseAheadMs),
    movedMs: Math.round(clock.movedMs),
    ahead: clock.ahead.map((entries) => ({ ...entries, aheadMs: Math.round(entries.aheadMs) })),
  },
});

export const presentProof = (proven: ProvenEntry): Shaped<typeof inclusionProof> => ({
  ...proven,
  proof: proven.proof.map(hexToBase64),
});

export const presentConsistency = (proven: {
  from: number;
  to: number;
  proof: Hash[];
}): Shaped<typeof consistencyProof> => ({ ...proven, proof: proven.proof.map(hexToBase64) });
