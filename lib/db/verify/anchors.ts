// Facts about the log from outside its database: trusted keys, and checkpoints stored elsewhere.
import type { Checkpoint, SignedNote } from "@/lib/domain/log/note";

/** A key of the log by its public half: the log's name changes with an acknowledged restore, the key doesn't. */
export interface TrustedKey {
  publicKey: string;
  /** The source of this knowledge. */
  from: string;
}

export interface TrustedWitness {
  verifierKey: string;
  from: string;
}

export interface ExternalCheckpoint extends Checkpoint {
  /** With its signatures; left out when someone vouches for it otherwise. */
  note?: SignedNote;
  where: string;
  /** `last`: the last one signed in-house; `copy`: one in a sink; `given`: one supplied by the verifier. */
  kind: "last" | "copy" | "given";
}

export interface Anchors {
  keys: readonly TrustedKey[];
  witnesses: readonly TrustedWitness[];
  external: readonly ExternalCheckpoint[];
}

/** Without any, everything rests on the database's own statements. */
export const NO_ANCHORS: Anchors = { keys: [], witnesses: [], external: [] };
