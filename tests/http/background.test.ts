// Background rounds: one that fails is made up for, and told when it fails again.
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { startLoop } from "@/lib/platform/background";
import { logger } from "@/lib/platform/log";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

test("a round comes after each that has ended, and no second time at once", async () => {
  let rounds = 0;
  const round = async () => void (rounds += 1);
  startLoop("rounds counted", 1_000, round);
  startLoop("rounds counted", 1_000, round);
  await vi.advanceTimersByTimeAsync(3_500);
  expect(rounds).toBe(4);
});

test("a round that was missed is made up for soon, and nobody has to know", async () => {
  const warn = vi.spyOn(logger, "warn");
  let rounds = 0;
  startLoop("rounds missed", 600_000, () => {
    rounds += 1;
    return rounds === 1 ? Promise.reject(new Error("timeout expired")) : Promise.resolve();
  });
  await vi.advanceTimersByTimeAsync(10_000);
  expect(rounds).toBe(2);
  expect(warn).not.toHaveBeenCalled();
});

test("what goes on failing is told, ever more seldom", async () => {
  const warn = vi.spyOn(logger, "warn");
  startLoop("rounds failing", 1_000, () => Promise.reject(new Error("away")));
  await vi.advanceTimersByTimeAsync(99_500);
  expect(warn.mock.calls).toMatchObject(
    [2, 4, 8, 16, 32, 64].map((failures) => [{ failures }, "rounds failing have to wait"]),
  );
});
