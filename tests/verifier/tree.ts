// The tree of RFC 6962 again, by its definitions (2.1 and 2.1.1), and signed notes: written only for these tests,
// so that the program they try is compared with an independent one.
import { createHash, generateKeyPairSync, sign, type KeyObject } from "node:crypto";

const sha256 = (...parts: (Buffer | string)[]): Buffer => {
  const hash = createHash("sha256");
  for (const part of parts) hash.update(part);
  return hash.digest();
};

export const hex = (text: Buffer | string): string => sha256(text).toString("hex");
export const leafHash = (leaf: string): Buffer => sha256("\x00", leaf);

/** MTH and PATH over given leaf hashes; a subtree's hash is made once. */
export class SecondTree {
  private readonly made = new Map<number, Buffer>();
  constructor(private readonly leaves: readonly Buffer[]) {}

  root(size = this.leaves.length): Buffer {
    return size === 0 ? sha256() : this.hash(0, size);
  }

  path(index: number, size = this.leaves.length): Buffer[] {
    return this.pathIn(index, 0, size);
  }

  /** PROOF(m, D[n]) of RFC 6962, 2.1.2. */
  consistency(before: number, size = this.leaves.length): Buffer[] {
    return this.subproof(before, 0, size, true);
  }

  private subproof(before: number, from: number, to: number, whole: boolean): Buffer[] {
    if (before === to - from) return whole ? [] : [this.hash(from, to)];
    const split = largestPowerBelow(to - from);
    const middle = from + split;
    return before <= split
      ? [...this.subproof(before, from, middle, whole), this.hash(middle, to)]
      : [...this.subproof(before - split, middle, to, false), this.hash(from, middle)];
  }

  private pathIn(index: number, from: number, to: number): Buffer[] {
    if (to - from === 1) return [];
    const middle = from + largestPowerBelow(to - from);
    return index < middle
      ? [...this.pathIn(index, from, middle), this.hash(middle, to)]
      : [...this.pathIn(index, middle, to), this.hash(from, middle)];
  }

  private hash(from: number, to: number): Buffer {
    if (to - from === 1) return this.leaves[from] ?? Buffer.alloc(0);
    const name = from * 2 ** 26 + to;
    const known = this.made.get(name);
    if (known) return known;
    const middle = from + largestPowerBelow(to - from);
    const hash = sha256("\x01", this.hash(from, middle), this.hash(middle, to));
    this.made.set(name, hash);
    return hash;
  }
}

const largestPowerBelow = (n: number): number => 2 ** Math.ceil(Math.log2(n) - 1);

export interface Signer {
  name: string;
  verifierKey: string;
  sign: (text: string) => string;
  /** As a witness does, who saw it at that second. */
  cosign: (text: string, seconds: number) => string;
  witnessKey: string;
}

export function signerCalled(name: string): Signer {
  const { privateKey, publicKey } = generateKeyPairSync("ed25519");
  const raw = publicKey.export({ format: "der", type: "spki" }).subarray(-32);
  const [own, witness] = [0x01, 0x04].map((type) => {
    const typed = Buffer.concat([Buffer.from([type]), raw]);
    return { id: sha256(`${name}\n`, typed).subarray(0, 4), typed };
  });
  const keyOf = (key: typeof own) => `${name}+${key?.id.toString("hex")}+${key?.typed.toString("base64")}`;
  const line = (key: typeof own, ...parts: Buffer[]) =>
    `\u2014 ${name} ${Buffer.concat([key?.id ?? Buffer.alloc(0), ...parts]).toString("base64")}\n`;
  return {
    name,
    verifierKey: keyOf(own),
    witnessKey: keyOf(witness),
    sign: (text) => line(own, signed(privateKey, text)),
    cosign: (text, seconds) => {
      const time = Buffer.alloc(8);
      time.writeBigUInt64BE(BigInt(seconds));
      return line(witness, time, signed(privateKey, `cosignature/v1\ntime ${seconds}\n${text}`));
    },
  };
}

const signed = (key: KeyObject, text: string): Buffer => sign(null, Buffer.from(text), key);

export const checkpointText = (origin: string, size: number, root: Buffer): string =>
  `${origin}\n${size}\n${root.toString("base64")}\n`;
