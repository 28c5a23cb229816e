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
