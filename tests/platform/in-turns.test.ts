// Long work lets others have their turn, and is done once however many ask for it.
import { once } from "node:events";
import { createServer, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, afterEach, beforeAll, expect, test, vi } from "vitest";
import { afterOthers, inTurns, onceInTurns } from "@/lib/platform/in-turns";

afterEach(() => vi.restoreAllMocks());

/** Each reading of the clock is that many milliseconds after the last. */
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

test("other work has its turn between two slices", async () => {
  clockBy(10);
  const seen: string[] = [];
  setImmediate(() => seen.push("another"));
  expect(await inTurns(steps(4, seen))).toBe(4);
  expect(seen.indexOf("another")).toBeGreaterThan(0);
  expect(seen.indexOf("another")).toBeLessThan(4);
});

test("other work that takes several turns of the event loop gets them all in one break", async () => {
  clockBy(10);
  const seen: string[] = [];
  setImmediate(() => setImmediate(() => seen.push("another")));
  await inTurns(steps(4, seen));
  expect(seen).toEqual(["step 1", "another", "step 2", "step 3", "step 4"]);
});

test("short steps are taken together", async () => {
  clockBy(0.5);
  const seen: string[] = [];
  const work = inTurns(steps(3, seen));
  expect(seen).toHaveLength(3);
  expect(await work).toBe(3);
});

test("callers that ask for the same share the work, and another has its own", async () => {
  clockBy(20);
  const seen: string[] = [];
  const worked = onceInTurns(({ name }: { name: string }) => steps(2, seen, name));
  const [one, other] = [{ name: "one" }, { name: "other" }];
  await Promise.all([worked(one), worked(other), worked(one), worked(one)]);
  await worked(one);
  expect(seen.toSorted()).toEqual(["one 1", "one 2", "other 1", "other 2"]);
});

/** A real server, so that everything in this process that watches requests sees these, too. */
let server: Server;
const open: ServerResponse[] = [];
beforeAll(async () => {
  server = createServer((_, response) => void open.push(response)).listen(0, "127.0.0.1");
  await once(server, "listening");
});
afterAll(() => void (server.closeAllConnections(), server.close()));

/** A request that is being answered until it is ended. */
async function arrived(): Promise<{ end: () => Promise<void> }> {
  const { port } = server.address() as AddressInfo;
  const asked = once(server, "request");
  const answer = fetch(`http://127.0.0.1:${String(port)}/`);
  await asked;
  const response = open.pop();
  return {
    end: async () => {
      const closed = response && once(response, "close");
      response?.end();
      await (await answer).text();
      await closed;
    },
  };
}

test("a long answer waits for others that are under way, but not for other long ones", async () => {
  await afterOthers(async () => undefined);
  const seen: string[] = [];
  // As the server's handlers do: each long one is itself being answered.
  const mine = await arrived();
  const other = await arrived();
  const answer = afterOthers(async () => void seen.push("long"));
  await new Promise((resolve) => setImmediate(resolve));
  expect(seen).toEqual([]);
  await other.end();
  await answer;
  expect(seen).toEqual(["long"]);
  const first = afterOthers(async () => "first");
  const theirs = await arrived();
  expect(await Promise.all([first, afterOthers(async () => "second")])).toEqual(["first", "second"]);
  await Promise.all([mine.end(), theirs.end()]);
});

test("a long answer waits only for a moment, however busy the server is", async () => {
  const busy = [await arrived(), await arrived()];
  expect(await afterOthers(async () => "answered")).toBe("answered");
  await Promise.all(busy.map((one) => one.end()));
});
