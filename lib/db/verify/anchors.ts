// What is known of the log from outside its database: keys that are trusted, and checkpoints that were kept elsewhere.
import type { Checkpoint, SignedNote } from "@/lib/domain/log/note";

/** A key of the log by its public half: the log's name changes with an acknowledged restore, the key doesn't. */
export interface TrustedKey {
  publicKey: string;
  /** Where it is known from. */
  from: string;
}

export interface TrustedWitness {
  verifierKey: string;
  from: string;
}

export interface HeldCheckpoint extends Checkpoint {
  /** With its signatures; left out by who vouches for it otherwise. */
  note?: SignedNote;
  where: string;
  /** `last`: the last one that the house signed; `copy`: one in a sink; `given`: brought along by who verifies. */
  kind: "last" | "copy" | "given";
}

export interface Anchors {
  keys: readonly TrustedKey[];
  witnesses: readonly TrustedWitness[];
  held: readonly HeldCheckpoint[];
}

/** Nothing: then all rests on the database's word. */
export const NO_ANCHORS: Anchors = { keys: [], witnesses: [], held: [] };
