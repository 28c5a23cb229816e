import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isLater, logName, readLogName } from "@/lib/domain/log/log-name";

const hash = fc.stringMatching(/^[0-9a-f]{64}$/);
const checkpoint = fc.record({
  origin: fc.nat(5).map((restored) => logName("ab".repeat(32), restored)),
  size: fc.nat(100),
  root: hash,
});

describe("the name of a log", () => {
  test("is read back as the log and its number of restores", () => {
    fc.assert(
      fc.property(hash, fc.nat(50), (leaf, restored) => {
        expect(readLogName(logName(leaf, restored))).toEqual({ log: logName(leaf), restored });
      }),
    );
  });

  test("says which of two checkpoints is later, neither only if name and size are the same", () => {
    fc.assert(
      fc.property(checkpoint, checkpoint, (one, other) => {
        const [after, before] = [isLater(one, other), isLater(other, one)];
        const alike = one.origin === other.origin && one.size === other.size;
        expect([after, before].filter(Boolean)).toHaveLength(alike ? 0 : 1);
      }),
    );
  });

  test("counts for more than the size: after a restore the log is shorter, and later", () => {
    const lost = { origin: logName("ab".repeat(32)), size: 900, root: "" };
    expect(isLater({ ...lost, origin: logName("ab".repeat(32), 1), size: 100 }, lost)).toBe(true);
  });
});
