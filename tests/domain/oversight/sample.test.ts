import { createHash } from "node:crypto";
import fc from "fast-check";
import { expect, test } from "vitest";
import { drawSample } from "@/lib/domain/oversight/sample";

const sha256 = (text: string): string => createHash("sha256").update(text, "utf8").digest("hex");
const keys = fc.uniqueArray(
  fc
    .tuple(fc.constantFrom("FR", "DE", "GB"), fc.integer({ min: 1, max: 999 }))
    .map(([code, n]) => `${code}-3-${n}`),
  { maxLength: 120 },
);
const seed = fc.stringMatching(/^[A-Za-z0-9._-]{1,16}$/);
const size = fc.integer({ min: 1, max: 40 });
const names = (all: readonly { key: string }[]): string[] => all.map(({ key }) => key);

test("a sample has the records with the smallest digests, as sorting finds", () => {
  fc.assert(
    fc.property(keys, seed, size, (all, sown, n) => {
      const sorted = all
        .map((key) => ({ key, digest: sha256(sown + key) }))
        .sort((a, b) => (a.digest < b.digest ? -1 : 1));
      expect(drawSample(all, { seed: sown, n }, sha256)).toEqual(sorted.slice(0, n));
    }),
  );
});

test("a sample doesn't depend on the order of the records, and a smaller one begins a larger one", () => {
  fc.assert(
    fc.property(
      keys.chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length }))),
      seed,
      size,
      ([all, other], sown, n) => {
        const one = drawSample(all, { seed: sown, n }, sha256);
        expect(drawSample(other, { seed: sown, n }, sha256)).toEqual(one);
        expect(drawSample(all, { seed: sown, n: n + 7 }, sha256).slice(0, n)).toEqual(one);
      },
    ),
  );
});

test("one more record replaces at most one in the sample", () => {
  fc.assert(
    fc.property(keys, seed, size, (all, sown, n) => {
      const before = names(drawSample(all, { seed: sown, n }, sha256));
      const after = names(drawSample([...all, "UA-4-001"], { seed: sown, n }, sha256));
      expect(after.filter((key) => !before.includes(key)).length).toBeLessThanOrEqual(1);
      expect(after.filter((key) => key !== "UA-4-001")).toEqual(
        before.slice(0, after.includes("UA-4-001") ? n - 1 : n),
      );
    }),
  );
});

test("over many seeds every record is drawn about as often as any other", () => {
  const all = Array.from({ length: 20 }, (_, i) => `FR-3-${String(i + 1).padStart(3, "0")}`);
  const times = new Map(all.map((key) => [key, 0]));
  for (let i = 0; i < 2_000; i += 1)
    for (const { key } of drawSample(all, { seed: `seed-${i}`, n: 5 }, sha256))
      times.set(key, (times.get(key) ?? 0) + 1);
  // 500 each; the standard deviation is about 19.
  for (const count of times.values()) expect(Math.abs(count - 500)).toBeLessThan(100);
});

// printf %s%s 2026 DE-3-001 | sha256sum, and so on.
test("a known seed always draws the same records", () => {
  expect(
    names(
      drawSample(
        ["DE-3-001", "FR-1-001", "FR-3-001", "GB-3-001", "US-4-001"],
        { seed: "2026", n: 3 },
        sha256,
      ),
    ),
  ).toMatchInlineSnapshot(`
    [
      "DE-3-001",
      "FR-1-001",
      "GB-3-001",
    ]
  `);
});
