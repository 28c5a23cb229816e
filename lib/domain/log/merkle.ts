// The Merkle tree over the log (RFC 6962). One hash covers everything up to an entry. A few more prove that an entry is
// in it, or that a later tree extends an earlier one. Leaves are numbered from 0; ranges exclude `to`.

/** 64 lower-case hexadecimal digits. */
export type Hash = string;
/** SHA-256(0x01 ‖ left ‖ right). */
export type JoinHashes = (left: Hash, right: Hash) => Hash;

export interface Range {
  from: number;
  to: number;
}

/** The root of the empty tree: SHA-256 of nothing. */
export const EMPTY_ROOT: Hash = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

/** The subtrees whose hashes prove that a leaf is in a tree of this size, from the leaf upwards (RFC 6962, 2.1.1). */
export function inclusionPath(leaf: number, size: number): Range[] {
  if (!(0 <= leaf && leaf < size)) throw new RangeError(`a tree of ${size} has no leaf ${leaf}`);
  const path = (from: number, to: number): Range[] => {
    if (to - from === 1) return [];
    const middle = from + splitOf(to - from);
    return leaf < middle
      ? [...path(from, middle), { from: middle, to }]
      : [...path(middle, to), { from, to: middle }];
  };
  return path(0, size);
}

/** The subtrees whose hashes prove that a tree of `size` extends that of `before` (RFC 6962, 2.1.2). */
export function consistencyPath(before: number, size: number): Range[] {
  if (!(0 <= before && before <= size)) throw new RangeError(`no tree of ${size} begins with ${before}`);
  if (before === 0 || before === size) return [];
  const path = (from: number, to: number, whole: boolean): Range[] => {
    if (before === to) return whole ? [] : [{ from, to }];
    const middle = from + splitOf(to - from);
    return before <= middle
      ? [...path(from, middle, whole), { from: middle, to }]
      : [...path(middle, to, false), { from, to: middle }];
  };
  return path(0, size, true);
}

/** Verifies a consistency proof (RFC 9162, 2.1.4.2); every tree extends the empty one. */
export function provesConsistency(
  earlier: { size: number; root: Hash },
  later: { size: number; root: Hash },
  proof: readonly Hash[],
  join: JoinHashes,
): boolean {
  if (!isPlace(earlier.size) || !isPlace(later.size) || earlier.size > later.size) return false;
  if (earlier.size === 0) return proof.length === 0 && earlier.root === EMPTY_ROOT;
  if (earlier.size === later.size) return proof.length === 0 && earlier.root === later.root;
  let [node, last] = [earlier.size - 1, later.size - 1];
  while (node % 2 === 1) [node, last] = [half(node), half(last)];
  const [first, ...rest] = node === 0 ? [earlier.root, ...proof] : proof;
  if (first === undefined) return false;
  let [before, after] = [first, first];
  for (const sibling of rest) {
    if (last === 0) return false;
    if (node % 2 === 1 || node === last) {
      [before, after] = [join(sibling, before), join(sibling, after)];
      while (node % 2 === 0 && node !== 0) [node, last] = [half(node), half(last)];
    } else after = join(after, sibling);
    [node, last] = [half(node), half(last)];
  }
  return last === 0 && before === earlier.root && after === later.root;
}

/** A subtree's hash from those of its parts, which are looked up by `from` and `to`. */
export function hashOfRange(
  { from, to }: Range,
  known: (range: Range) => Hash | undefined,
  join: JoinHashes,
): Hash {
  if (from === to) return EMPTY_ROOT;
  const hash = known({ from, to });
  if (hash !== undefined) return hash;
  if (to - from === 1) throw new Error(`the hash of leaf ${from} is missing`);
  const middle = from + splitOf(to - from);
  return join(hashOfRange({ from, to: middle }, known, join), hashOfRange({ from: middle, to }, known, join));
}

/** The whole subtrees of these levels that `hashOfRange` needs, highest first; level 0 is a leaf. */
export function merkleParts(
  { from, to }: Range,
  levels: readonly number[],
): { level: number; index: number }[] {
  const parts: { level: number; index: number }[] = [];
  for (let at = from; at < to;) {
    const level = levels.find((level) => at % 2 ** level === 0 && at + 2 ** level <= to) ?? 0;
    parts.push({ level, index: at / 2 ** level });
    at += 2 ** level;
  }
  return parts;
}

/** A growing tree, stored as the hashes of its whole subtrees, largest first. */
export class GrowingTree {
  size = 0;
  readonly #whole: Hash[] = [];

  /** `onWhole` is called for each subtree of 2^level leaves once it is whole. */
  constructor(
    private readonly join: JoinHashes,
    private readonly onWhole: (subtree: { level: number; index: number; hash: Hash }) => void = () =>
      undefined,
  ) {}

  append(leaf: Hash): void {
    this.#whole.push(leaf);
    this.size += 1;
    let level = 0;
    for (let left = this.size; left % 2 === 0; left /= 2) {
      const [right = "", sibling = ""] = [this.#whole.pop(), this.#whole.pop()];
      const hash = this.join(sibling, right);
      this.#whole.push(hash);
      level += 1;
      this.onWhole({ level, index: left / 2 - 1, hash });
    }
  }

  get root(): Hash {
    return this.#whole.length === 0
      ? EMPTY_ROOT
      : this.#whole.reduceRight((right, left) => this.join(left, right));
  }
}

/** The largest power of two below `size`. */
function splitOf(size: number): number {
  let split = 1;
  while (split * 2 < size) split *= 2;
  return split;
}

const half = (n: number): number => Math.floor(n / 2);
const isPlace = (n: number): boolean => Number.isSafeInteger(n) && n >= 0;
