import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  consistencyPath,
  EMPTY_ROOT,
  GrowingTree,
  hashOfRange,
  inclusionPath,
  merkleParts,
  provesConsistency,
  type Range,
} from "@/lib/domain/log/merkle";
import { cases, casesAtLeast, isLongRun } from "../../support/cases";
import {
  auditPath,
  consistencyProof,
  leafHash,
  nodeHash,
  provesInclusion,
  treeHash,
} from "../../support/plain-tree";

/** Those of the standard's reference implementation. */
const LEAVES = [
  "",
  "00",
  "10",
  "2021",
  "3031",
  "40414243",
  "5051525354555657",
  "606162636465666768696a6b6c6d6e6f",
].map((data) => leafHash(Buffer.from(data, "hex")));
const ROOTS = [
  EMPTY_ROOT,
  "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
  "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
  "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
  "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
  "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
  "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
  "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
  "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
];

const rangeHash = (leaves: readonly string[], range: Range): string =>
  hashOfRange(range, ({ from, to }) => (to - from === 1 ? leaves[from] : undefined), nodeHash);
const pathHashes = (leaves: readonly string[], path: Range[]): string[] =>
  path.map((range) => rangeHash(leaves, range));
const named = (n: number): string[] => Array.from({ length: n }, (_, i) => leafHash(`entry ${i}`));

describe("the standard's vectors", () => {
  test.each(ROOTS.map((root, size) => ({ size, root })))("a tree of $size has its root", ({ size, root }) => {
    const leaves = LEAVES.slice(0, size);
    expect(rangeHash(leaves, { from: 0, to: size })).toBe(root);
    expect(grown(leaves).root).toBe(root);
  });

  // RFC 6962, 2.1.3: the tree of seven leaves, whose nodes the standard calls a to l.
  test.each([
    [0, ["1-2", "2-4", "4-7"]],
    [3, ["2-3", "0-2", "4-7"]],
    [4, ["5-6", "6-7", "0-4"]],
    [6, ["4-6", "0-4"]],
  ])("leaf %i of seven has its audit path", (leaf, path) => {
    expect(inclusionPath(leaf, 7).map(({ from, to }) => `${from}-${to}`)).toEqual(path);
  });

  test.each([
    [3, ["2-3", "3-4", "0-2", "4-7"]],
    [4, ["4-7"]],
    [6, ["4-6", "6-7", "0-4"]],
  ])("a tree of %i has its consistency path to seven", (before, path) => {
    expect(consistencyPath(before, 7).map(({ from, to }) => `${from}-${to}`)).toEqual(path);
  });
});

describe("compared with the second implementation", () => {
  const trees = fc.integer({ min: 1, max: 200 }).chain((size) =>
    fc.record({
      size: fc.constant(size),
      leaf: fc.integer({ min: 0, max: size - 1 }),
      before: fc.integer({ min: 1, max: size }),
    }),
  );

  test("roots, paths and proofs are the same, and prove what they should", () => {
    fc.assert(
      fc.property(trees, ({ size, leaf, before }) => {
        const leaves = named(size);
        const root = treeHash(leaves);
        expect(grown(leaves).root).toBe(root);
        const inclusion = pathHashes(leaves, inclusionPath(leaf, size));
        expect(inclusion).toEqual(auditPath(leaf, leaves));
        expect(provesInclusion({ leaf, hash: leaves[leaf] ?? "", size, root }, inclusion)).toBe(true);
        const consistency = pathHashes(leaves, consistencyPath(before, size));
        expect(consistency).toEqual(consistencyProof(before, leaves));
        const earlier = { size: before, root: treeHash(leaves.slice(0, before)) };
        expect(provesConsistency(earlier, { size, root }, consistency, nodeHash)).toBe(true);
      }),
      { numRuns: cases(60) },
    );
  });

  /** Hundreds of proofs in each run; fifty thousand, as promised, in the long run. */
  test("a proof that was tampered with proves nothing", { timeout: isLongRun ? 300_000 : 5_000 }, () => {
    const all = named(200);
    let refused = 0;
    const refuses = (proves: boolean, what: unknown): void => {
      expect(proves, JSON.stringify(what)).toBe(false);
      refused += 1;
    };
    fc.assert(
      fc.property(trees, fc.nat(), fc.nat(), (tree, place, how) => {
        const { size, leaf, before } = tree;
        const leaves = all.slice(0, size);
        const root = treeHash(leaves);
        const inclusion = auditPath(leaf, leaves);
        const claim = { leaf, hash: leaves[leaf] ?? "", size, root };
        for (const proof of tampered(inclusion, place, how))
          refuses(provesInclusion(claim, proof), { claim, proof });
        for (const wrong of [
          { ...claim, hash: flipped(claim.hash, how) },
          { ...claim, root: flipped(root, how) },
          { ...claim, leaf: size },
          { ...claim, leaf: leaf - 1 },
          { ...claim, leaf: leaf + 1 },
          { ...claim, leaf: leaf + 0.5 },
        ])
          refuses(provesInclusion(wrong, inclusion), wrong);

        const consistency = consistencyProof(before, leaves);
        const earlier = { size: before, root: treeHash(leaves.slice(0, before)) };
        const later = { size, root };
        for (const proof of tampered(consistency, place, how))
          refuses(provesConsistency(earlier, later, proof, nodeHash), { earlier, later, proof });
        const lies = [
          [{ ...earlier, root: flipped(earlier.root, how) }, later],
          [earlier, { ...later, root: flipped(root, how) }],
          [{ ...earlier, size: size + 1 }, later],
          [{ size: 0, root: flipped(EMPTY_ROOT, how) }, later],
        ] as const;
        for (const [was, is] of lies) refuses(provesConsistency(was, is, consistency, nodeHash), { was, is });
      }),
      { numRuns: casesAtLeast(100, 4_000) },
    );
    expect(refused).toBeGreaterThanOrEqual(isLongRun ? 50_000 : 500);
  });

  test("a tree's root is hashed from the parts that are kept", () => {
    const leaves = named(300);
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 300 }), (to) => {
        const parts = merkleParts({ from: 0, to }, [6, 3]);
        const known = new Map(
          parts.map(({ level, index }) => {
            const range = { from: index * 2 ** level, to: (index + 1) * 2 ** level };
            return [`${range.from}-${range.to}`, treeHash(leaves.slice(range.from, range.to))];
          }),
        );
        const hash = hashOfRange(
          { from: 0, to },
          (range) => known.get(`${range.from}-${range.to}`),
          nodeHash,
        );
        expect(hash).toBe(treeHash(leaves.slice(0, to)));
      }),
      { numRuns: cases(40) },
    );
  });
});

test("a path or leaf that a tree can't have throws", () => {
  expect(() => inclusionPath(3, 3)).toThrow(RangeError);
  expect(() => inclusionPath(-1, 3)).toThrow(RangeError);
  expect(() => consistencyPath(4, 3)).toThrow(RangeError);
  expect(() => hashOfRange({ from: 0, to: 2 }, () => undefined, nodeHash)).toThrow("leaf 0 is missing");
});

test("a growing tree reports each subtree once, when it is complete", () => {
  const leaves = Array.from({ length: 11 }, (_, n) => leafHash(String(n)));
  const told: { level: number; index: number; hash: string }[] = [];
  const tree = new GrowingTree(nodeHash, (subtree) => told.push(subtree));
  for (const leaf of leaves) tree.append(leaf);
  expect(told.map(({ level, index }) => `${level}/${index}`)).toEqual([
    "1/0",
    "1/1",
    "2/0",
    "1/2",
    "1/3",
    "2/1",
    "3/0",
    "1/4",
  ]);
  for (const { level, index, hash } of told)
    expect(hash).toBe(treeHash(leaves.slice(index * 2 ** level, (index + 1) * 2 ** level)));
});

function grown(leaves: readonly string[]): GrowingTree {
  const tree = new GrowingTree(nodeHash);
  for (const leaf of leaves) tree.append(leaf);
  expect(tree.size).toBe(leaves.length);
  return tree;
}

function* tampered(proof: readonly string[], place: number, how: number): Generator<string[]> {
  yield [...proof, leafHash("one more")];
  if (proof.length === 0) return;
  const at = place % proof.length;
  yield proof.toSpliced(at, 1);
  yield proof.with(at, flipped(proof[at] ?? "", how));
  const reversed = [...proof].reverse();
  if (reversed.join() !== proof.join()) yield reversed;
}

/** The hash with one bit flipped. */
function flipped(hash: string, how: number): string {
  const bytes = Buffer.from(hash, "hex");
  const at = how % (bytes.length * 8);
  bytes[at >> 3] = (bytes[at >> 3] ?? 0) ^ (1 << (at & 7));
  return bytes.toString("hex");
}
