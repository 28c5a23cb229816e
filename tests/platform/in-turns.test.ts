// Long work lets others have their turn, and is done once however many ask for it.
import { channel } from "node:diagnostics_channel";
import { EventEmitter } from "node:events";
import { afterEach, expect, test, vi } from "vitest";
import { afterOthers, inTurns, onceInTurns } from "@/lib/platform/in-turns";

afterEach(() => vi.restoreAllMocks());

/** Each look at the clock is that many milliseconds after the last. */
function clockBy(ms: number): void {
  let now = 0;
  vi.spyOn(performance, "now").mockImplementation(() => (now += ms));
}

function* steps(count: number, seen: string[], name = "step"): Generator<void, number> {
  for (let step = 1; step <= count; step += 1) {
    seen.push(`${name} ${String(step)}`);
    yield;
  }
  return count;
}

test("what else is to be done has its turn between two slices", async () => {
  clockBy(10);
  const seen: string[] = [];
  setImmediate(() => seen.push("another"));
  expect(await inTurns(steps(4, seen))).toBe(4);
  expect(seen.indexOf("another")).toBeGreaterThan(0);
  expect(seen.indexOf("another")).toBeLessThan(4);
});

test("short steps are taken together", async () => {
  clockBy(1);
  const seen: string[] = [];
  const work = inTurns(steps(3, seen));
  expect(seen).toHaveLength(3);
  expect(await work).toBe(3);
});

test("all who ask for the same share the work, and another has its own", async () => {
  clockBy(20);
  const seen: string[] = [];
  const worked = onceInTurns(({ name }: { name: string }) => steps(2, seen, name));
  const [one, other] = [{ name: "one" }, { name: "other" }];
  await Promise.all([worked(one), worked(other), worked(one), worked(one)]);
  await worked(one);
  expect(seen.toSorted()).toEqual(["one 1", "one 2", "other 1", "other 2"]);
});

const started = channel("http.server.request.start");
function arrived(): EventEmitter {
  const response = new EventEmitter();
  started.publish({ response });
  return response;
}

test("a long answer waits for those that are under way, and not for other long ones", async () => {
  await afterOthers(async () => undefined);
  const seen: string[] = [];
  const mine = arrived();
  const other = arrived();
  const answer = afterOthers(async () => void seen.push("long"));
  await new Promise((resolve) => setImmediate(resolve));
  expect(seen).toEqual([]);
  other.emit("close");
  await answer;
  expect(seen).toEqual(["long"]);
  const [first, second] = [afterOthers(async () => "first"), (arrived(), afterOthers(async () => "second"))];
  expect(await Promise.all([first, second])).toEqual(["first", "second"]);
  mine.emit("close");
});

test("it waits for a moment only, however busy the server is", async () => {
  const busy = arrived();
  arrived();
  expect(await afterOthers(async () => "answered")).toBe("answered");
  busy.emit("close");
});
