// Which checkpoints count, and on what basis: the signature of a key that is known from outside, or named by
// an entry that such a signature covers; the statement of the person who holds it; or only the statement of
// the database.
import { keyIdOf } from "../log/seal/verify-signature";
import type { Anchors, TrustedWitness } from "./anchors";
import type { Claim } from "./claims";
import type { Roots } from "./roots";
import type { KeyEvent } from "./stored";
import type { Rests } from "./verdict";

export interface Basis {
  rests: Rests;
  by: string;
}

export class Trust {
  /** Public halves of the log's keys, with the source of each. */
  readonly keys: Map<string, string>;
  /** Entries 1 to this are confirmed by something that the database can't state itself. */
  vouched = 0;
  readonly #retiredAt = new Map<string, number>();
  readonly #ids = new Map<string, string>();
  readonly #hasAnchors: boolean;
  /** The first holder, if keys are known only from held checkpoints. */
  readonly #holder: string | null;

  constructor(anchors: Anchors, claims: readonly Claim[], roots: Roots, events: readonly KeyEvent[]) {
    this.keys = new Map(anchors.keys.map(({ publicKey, from }) => [publicKey, from]));
    this.#hasAnchors = anchors.keys.length + anchors.witnesses.length > 0;
    for (const { seq, isRetirement, publicKeys } of events)
      if (isRetirement) for (const key of publicKeys) this.#retiredAt.set(key, seq);
    this.#holder = anchors.keys.length === 0 ? this.#believeHolders(claims) : null;
    do this.vouched = this.#reach(claims, roots);
    while (this.#believeEntries(events));
  }

  /** The log's keys are known from outside the database. */
  get knowsKeys(): boolean {
    return this.keys.size > 0;
  }

  /** Null: it doesn't count. */
  basisOf(claim: Claim): Basis | null {
    const key = claim.signedBy.find((one) => this.keys.has(one) && this.#mayHaveSigned(one, claim.size));
    const id = key === undefined ? "" : this.#idOf(claim.origin, key);
    const holder = this.#holder;
    if (key !== undefined && holder === null)
      return { rests: "signature", by: `key ${id} (${this.keys.get(key) ?? ""})` };
    const [witness] = claim.witnessedBy;
    if (witness) return { rests: "signature", by: `witness ${nameOf(witness)} (${witness.from})` };
    if (key !== undefined) return { rests: "holder", by: `${holder ?? ""} (key ${id})` };
    if (claim.kind !== "stored")
      return claim.isNote && this.#hasAnchors ? null : { rests: "holder", by: claim.where };
    return this.knowsKeys ? null : { rests: "database", by: "the database" };
  }

  /** The entry that retired them, if all its signing keys were retired before it. */
  retiredBefore({ signedBy, size }: Claim): number | null {
    const known = signedBy.filter((key) => this.keys.has(key));
    const seqs = known.map((key) => this.#retiredAt.get(key) ?? Infinity);
    return known.length > 0 && known.every((key) => !this.#mayHaveSigned(key, size))
      ? Math.min(...seqs)
      : null;
  }

  #idOf(origin: string, key: string): string {
    const name = `${origin} ${key}`;
    const id = this.#ids.get(name) ?? keyIdOf(origin, key);
    this.#ids.set(name, id);
    return id;
  }

  #mayHaveSigned(key: string, size: number): boolean {
    return size < (this.#retiredAt.get(key) ?? Infinity);
  }

  /** A holder who vouches for a checkpoint also vouches for its keys. */
  #believeHolders(claims: readonly Claim[]): string | null {
    const vouched = claims.filter(
      ({ kind, isNote, witnessedBy }) =>
        kind !== "stored" && isNote && (witnessedBy.length > 0 || !this.#hasAnchors),
    );
    for (const { signedBy, where } of vouched)
      for (const key of signedBy) this.keys.set(key, `it signed ${where}`);
    return vouched.find(({ signedBy }) => signedBy.length > 0)?.where ?? null;
  }

  #reach(claims: readonly Claim[], roots: Roots): number {
    return claims.reduce(
      (most, claim) =>
        claim.size > most && roots.at(claim.size) === claim.root && isOutside(this.basisOf(claim))
          ? claim.size
          : most,
      0,
    );
  }

  /** Whether vouched entries name new keys. */
  #believeEntries(events: readonly KeyEvent[]): boolean {
    const before = this.keys.size;
    if (before === 0) return false;
    for (const { seq, publicKeys } of events)
      if (seq <= this.vouched)
        for (const key of publicKeys) if (!this.keys.has(key)) this.keys.set(key, `entry ${seq} of the log`);
    return this.keys.size > before;
  }
}

const nameOf = ({ verifierKey }: TrustedWitness): string => verifierKey.split("+")[0] ?? "";

export const isOutside = (basis: Basis | null): boolean => basis !== null && basis.rests !== "database";
