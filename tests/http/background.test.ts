// Background rounds: one that fails is repeated soon, and reported when it fails again.
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { startLoop } from "@/lib/platform/background";
import { logger } from "@/lib/platform/log";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

test("a loop runs one round after another, and isn't started a second time", async () => {
  let rounds = 0;
  const round = async () => void (rounds += 1);
  startLoop("rounds counted", 1_000, round);
  startLoop("rounds counted", 1_000, round);
  await vi.advanceTimersByTimeAsync(3_500);
  expect(rounds).toBe(4);
});

test("a round that failed is repeated soon, without a warning", async () => {
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

test("rounds that go on failing are reported, less and less often", async () => {
  const warn = vi.spyOn(logger, "warn");
  startLoop("rounds failing", 1_000, () => Promise.reject(new Error("away")));
  await vi.advanceTimersByTimeAsync(99_500);
  expect(warn.mock.calls).toMatchObject(
    [2, 4, 8, 16, 32, 64].map((failures) => [{ failures }, "rounds failing have to wait"]),
  );
});
