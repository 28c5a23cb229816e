// Witnesses: others who sign each checkpoint that continues the one they signed before (C2SP tlog-witness).
import type { Hash } from "./merkle";
import { COSIGNATURE, hexToBase64, readVerifierKey } from "./note";

export interface Witness {
  /** `/add-checkpoint` follows it. */
  address: string;
  /** Its verifier key, whole. */
  key: string;
  name: string;
}

/**
 * Why a witness didn't sign. `inconsistent`: what it was shown doesn't continue what it signed before. That is the alarm
 * that witnesses are for.
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

/** Those of the setting WITNESSES: address and verifier key in turns, apart by blanks. Null where it is something else. */
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

/** What a witness is sent: from which size on, that the log goes on from there, the note. */
export const askedOfWitness = (before: number, proof: readonly Hash[], note: string): string =>
  `old ${before}\n${proof.map((hash) => `${hexToBase64(hash)}\n`).join("")}\n${note}`;

const MOST = 20;
