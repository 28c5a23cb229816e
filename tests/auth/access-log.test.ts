// Recording access never holds a request up, whatever the database does.
import { beforeEach, expect, test, vi } from "vitest";
import { accessNoted, noteAccess, sealAccessLogAtStart } from "@/lib/auth/access-log";
import { appendAccess, sealAccess } from "@/lib/db/state";
import type { AccessNote } from "@/lib/domain/log/access";
import { logger } from "@/lib/platform/log";

vi.mock("@/lib/db/state", () => ({ appendAccess: vi.fn(), sealAccess: vi.fn() }));
const warn = vi.spyOn(logger, "warn").mockImplementation(() => undefined);

const append = vi.mocked(appendAccess);
const seal = vi.mocked(sealAccess);
beforeEach(() => {
  append.mockReset().mockResolvedValue(false);
  seal.mockReset().mockResolvedValue();
  warn.mockClear();
});

const aNote: Omit<AccessNote, "count"> = {
  kind: "REFUSAL",
  code: "role",
  personId: null,
  account: null,
  session: null,
  request: null,
  address: "192.0.2.1",
  method: "GET",
  path: "/",
};
const written = (): AccessNote[] => append.mock.calls.flatMap(([notes]) => [...notes]);
const counted = (): number => written().reduce((sum, { count }) => sum + count, 0);

test("one writer at a time stores what has gathered", async () => {
  let go = (): void => undefined;
  append.mockImplementationOnce(() => new Promise((resolve) => (go = () => resolve(false))));
  for (let n = 0; n < 50; n += 1) noteAccess({ ...aNote, path: `/${n}` });
  expect(append).toHaveBeenCalledTimes(1);
  go();
  await accessNoted();
  expect(append).toHaveBeenCalledTimes(2);
  expect(written().map(({ path }) => path)).toEqual(Array.from({ length: 50 }, (_, n) => `/${n}`));
});

test("while the database is silent, entries take bounded room, and the rest is counted", async () => {
  let go = (): void => undefined;
  append.mockImplementationOnce(() => new Promise((resolve) => (go = () => resolve(false))));
  for (let n = 0; n < 5_000; n += 1) noteAccess({ ...aNote, kind: n % 2 ? "REFUSAL" : "SIGN_IN_FAILED" });
  go();
  await accessNoted();
  expect(counted()).toBe(5_000);
  expect(written().length).toBeLessThanOrEqual(503);
  expect(Math.max(...append.mock.calls.map(([notes]) => notes.length))).toBeLessThanOrEqual(102);
});

test("a crowd of strangers leaves room for people's entries", async () => {
  let go = (): void => undefined;
  append.mockImplementationOnce(() => new Promise((resolve) => (go = () => resolve(false))));
  for (let n = 0; n < 5_000; n += 1)
    noteAccess({ ...aNote, personId: n % 2 ? "tried" : null, kind: "SIGN_IN_FAILED" });
  noteAccess({ ...aNote, personId: "a-person", kind: "DOWNLOAD", code: null });
  go();
  await accessNoted();
  expect(counted()).toBe(5_001);
  expect(written()).toContainEqual({
    ...aNote,
    personId: "a-person",
    kind: "DOWNLOAD",
    code: null,
    count: 1,
  });
});

test("guesses at one account leave room for guesses at others and for people's entries", async () => {
  let go = (): void => undefined;
  append.mockImplementationOnce(() => new Promise((resolve) => (go = () => resolve(false))));
  const guess = { ...aNote, kind: "SIGN_IN_FAILED" as const, code: "wrong" };
  for (let n = 0; n < 2_000; n += 1) {
    noteAccess({ ...guess, address: `203.0.113.${n % 250}` });
    noteAccess({ ...guess, personId: "flooded", address: `203.0.113.${n % 250}` });
  }
  for (let n = 0; n < 3; n += 1) noteAccess({ ...guess, personId: "quiet", path: `/${n}` });
  noteAccess({ ...aNote, personId: "a-person", kind: "DOWNLOAD", code: null });
  go();
  await accessNoted();
  expect(counted()).toBe(4_004);
  expect(written().filter(({ personId }) => personId === "quiet")).toEqual(
    [0, 1, 2].map((n) => ({ ...guess, personId: "quiet", path: `/${n}`, count: 1 })),
  );
  expect(written().filter(({ personId, count }) => personId === "flooded" && count > 1)).toMatchObject([
    { kind: "SIGN_IN_FAILED", code: null, address: "several", count: 1_990 },
  ]);
  expect(written().filter(({ kind }) => kind === "DOWNLOAD")).toHaveLength(1);

  append.mockClear();
  noteAccess({ ...guess, personId: "flooded" });
  await accessNoted();
  expect(written(), "there is room again").toEqual([{ ...guess, personId: "flooded", count: 1 }]);
});

test("entries that the database doesn't store are dropped, with one warning for many", async () => {
  append.mockRejectedValue(Object.assign(new Error("connect ECONNREFUSED"), { code: "ECONNREFUSED" }));
  for (let n = 0; n < 250; n += 1) {
    expect(() => noteAccess(aNote)).not.toThrow();
    await accessNoted();
  }
  expect(warn).toHaveBeenCalledTimes(1);
  expect(warn).toHaveBeenCalledWith(
    { dropped: 1, error: { message: "connect ECONNREFUSED", code: "ECONNREFUSED" } },
    "access log entries dropped",
  );
  append.mockResolvedValue(false);
  noteAccess(aNote);
  await accessNoted();
  expect(append).toHaveBeenCalledTimes(251);
});

test("sealing that fails at the start is tried again within ten seconds, without a warning", async () => {
  vi.useFakeTimers();
  seal.mockRejectedValueOnce(new Error("timeout expired"));
  await sealAccessLogAtStart();
  await vi.advanceTimersByTimeAsync(10_000);
  vi.useRealTimers();
  expect(seal).toHaveBeenCalledTimes(2);
  expect(warn).not.toHaveBeenCalled();
});

test("an entry that makes a seal due seals, and a seal that fails drops no entry", async () => {
  append.mockResolvedValue(true);
  noteAccess(aNote);
  await accessNoted();
  expect(seal).toHaveBeenCalledTimes(1);
  seal.mockRejectedValue(new Error("away"));
  noteAccess(aNote);
  await accessNoted();
  expect(warn).toHaveBeenCalledWith({ error: { message: "away", code: undefined } }, "access log not sealed");
  expect(written()).toHaveLength(2);
});
