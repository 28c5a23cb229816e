// Witnesses are third parties. They sign each checkpoint that extends the one they signed before (C2SP tlog-witness).
import type { Hash } from "./merkle";
import { COSIGNATURE, hexToBase64, readVerifierKey } from "./note";

export interface Witness {
  /** `/add-checkpoint` is appended. */
  address: string;
  /** Its complete verifier key. */
  key: string;
  name: string;
}

/**
 * Why a witness didn't sign. `inconsistent`: the checkpoint doesn't extend what it signed before. That is the alarm
 * witnesses exist for.
 */
export const WITNESS_FAULTS = [
  "unreachable",
  "unknown-log",
  "unknown-key",
  "unexpected",
  "bad-answer",
  "inconsistent",
] as const;
export type WitnessFault = (typeof WITNESS_FAULTS)[number];

/** The setting WITNESSES: address and verifier key alternately, separated by blanks. Null: invalid. */
export function witnessesIn(setting: string): Witness[] | null {
  const words = setting.split(/\s+/).filter((word) => word !== "");
  const witnesses = words.flatMap((address, index) => {
    if (index % 2 === 1) return [];
    const key = words[index + 1] ?? "";
    const read = readVerifierKey(key);
    if (!/^https?:\/\/[^\s?#]{1,400}$/.test(address) || read?.kind !== COSIGNATURE) return [];
    return [{ address: address.replace(/\/+$/, ""), key, name: read.name }];
  });
  const isWhole = witnesses.length * 2 === words.length && witnesses.length <= MOST;
  return isWhole && new Set(witnesses.map(({ key }) => key)).size === witnesses.length ? witnesses : null;
}

/** The request body to a witness: the old size, the consistency proof, and the note. */
export const askedOfWitness = (before: number, proof: readonly Hash[], note: string): string =>
  `old ${before}\n${proof.map((hash) => `${hexToBase64(hash)}\n`).join("")}\n${note}`;

const MOST = 20;
