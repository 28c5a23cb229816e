// The tree of RFC 6962 implemented a second time, directly from its definitions over lists of leaves, for comparison.
import { createHash } from "node:crypto";

export const leafHash = (text: string | Buffer): string =>
  createHash("sha256")
    .update(Buffer.from([0]))
    .update(text)
    .digest("hex");

export const nodeHash = (left: string, right: string): string =>
  createHash("sha256")
    .update(Buffer.concat([Buffer.from([1]), Buffer.from(left, "hex"), Buffer.from(right, "hex")]))
    .digest("hex");

/** MTH(D[n]). */
export function treeHash(leaves: readonly string[]): string {
  if (leaves.length === 0) return createHash("sha256").digest("hex");
  if (leaves.length === 1) return leaves[0] ?? "";
  const k = 2 ** Math.floor(Math.log2(leaves.length - 1));
  return nodeHash(treeHash(leaves.slice(0, k)), treeHash(leaves.slice(k)));
}

/** PATH(m, D[n]). */
export function auditPath(m: number, leaves: readonly string[]): string[] {
  if (leaves.length === 1) return [];
  const k = 2 ** Math.floor(Math.log2(leaves.length - 1));
  return m < k
    ? [...auditPath(m, leaves.slice(0, k)), treeHash(leaves.slice(k))]
    : [...auditPath(m - k, leaves.slice(k)), treeHash(leaves.slice(0, k))];
}

/** PROOF(m, D[n]) = SUBPROOF(m, D[n], true). */
export function consistencyProof(m: number, leaves: readonly string[], whole = true): string[] {
  if (m === leaves.length) return whole ? [] : [treeHash(leaves)];
  const k = 2 ** Math.floor(Math.log2(leaves.length - 1));
  return m <= k
    ? [...consistencyProof(m, leaves.slice(0, k), whole), treeHash(leaves.slice(k))]
    : [...consistencyProof(m - k, leaves.slice(k), false), treeHash(leaves.slice(0, k))];
}

/** Verifies an inclusion proof (RFC 9162, 2.1.3.2). */
export function provesInclusion(
  { leaf, hash, size, root }: { leaf: number; hash: string; size: number; root: string },
  proof: readonly string[],
): boolean {
  if (!Number.isSafeInteger(leaf) || leaf < 0 || leaf >= size) return false;
  let [node, last, found] = [leaf, size - 1, hash];
  for (const sibling of proof) {
    if (last === 0) return false;
    if (node % 2 === 1 || node === last) {
      found = nodeHash(sibling, found);
      while (node % 2 === 0 && node !== 0) [node, last] = [half(node), half(last)];
    } else found = nodeHash(found, sibling);
    [node, last] = [half(node), half(last)];
  }
  return last === 0 && found === root;
}

const half = (n: number): number => Math.floor(n / 2);
