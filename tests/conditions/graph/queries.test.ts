// The graph of the demonstration, now and as of a moment, with suppositions, and without any sealed number.
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { loadGraph } from "@/app/graph";
import { graph as shape, presentGraph } from "@/lib/conditions/graph/answers";
import { parseGraphFilter } from "@/lib/conditions/graph/filter";
import { disconnect, pool } from "@/lib/db/client";
import type { NamedGraph } from "@/lib/domain/conditions/graph/graph";
import type { Actor } from "@/lib/domain/people/actor";
import { pledgeChanges } from "@/lib/pledges/pledges/schema";
import { changePledge } from "@/lib/pledges/pledges/commands";
import { loadPledge } from "@/lib/pledges/pledges/queries";
import * as cast from "../../support/cast";
import { openDemonstration } from "../../support/registers/demonstration";
import { refusalOf, value } from "../../support/registers/staffed-register";

const NOW = "2026-02-25T08:40:00.000Z";
let drop: () => Promise<void>;
beforeAll(async () => {
  const database = await openDemonstration();
  drop = async () => {
    await disconnect();
    await database.drop();
  };
});
afterAll(() => drop());

const graph = async (search = "", at: Parameters<typeof loadGraph>[2] = NOW): Promise<NamedGraph> =>
  value(await loadGraph(cast.auditor, value(parseGraphFilter(new URLSearchParams(search))), at));
const box = ({ boxes }: NamedGraph, id: string) => boxes.find((one) => one.id === id);

describe("the demonstration", () => {
  test("is drawn whole: 37 wait, 13 of them for the ceasefire or peace alone", async () => {
    const found = await graph();
    expect([found.waiting, found.asleep.length, found.startingNow]).toEqual([37, 13, 0]);
    expect(found.boxes.every(({ nodes }) => nodes.length === 1)).toBe(true);
  });
  test("has the deadlock of Washington and Kyiv, and eight that name the guarantee", async () => {
    const found = await graph();
    expect(found.cycles[0]).toMatchObject({
      isDeadlock: true,
      boxes: ["UA-4-001", "US-4-001"],
      since: "2026-01-27",
    });
    expect(box(found, "US-4-001")).toMatchObject({ kind: "pledge", holdsUp: 8 });
    expect(found.keystones.get("US-4-001")).toMatchObject({ named: 8, necessary: 6 });
  });
  test("shows what could start if the guarantee, the ceasefire and every vote came", async () => {
    const found = await graph("suppose=dormant,approvals,US-4-001:COMMITTED");
    expect([found.starting, found.held]).toEqual([28, 9]);
    expect(found.freed).toEqual(["DE-3-001", "GB-3-001", "UA-4-001"]);
    expect(found.cycles.some(({ isDeadlock }) => isDeadlock)).toBe(false);
  });
  test("has no deadlock as of a moment before Washington said what it waits for", async () => {
    const then = await graph("", { asOf: "2026-01-20T12:00:00.000Z" });
    expect(then.cycles.some(({ isDeadlock }) => isDeadlock)).toBe(false);
  });
  test("shows what the pledges are offered for, if asked", async () => {
    const found = await graph("needs=with");
    const offers = found.edges.filter(({ isOffer }) => isOffer);
    expect(offers.length).toBeGreaterThan(0);
    expect(offers.every(({ to }) => found.needs.has(to))).toBe(true);
  });
});

test("a participant's graph at depth one has what it waits for and what waits for it", async () => {
  const found = await graph("participant=UA&depth=1");
  expect(found.boxes.map(({ id }) => id)).toEqual(expect.arrayContaining(["UA-4-001", "US-4-001"]));
  expect(found.boxes.length).toBeLessThan(8);
});

test("the answer has its described shape, and names no quantity", async () => {
  const answered = presentGraph(await graph("needs=with&dormant=with"));
  expect(shape.parse(answered)).toEqual(answered);
  expect(JSON.stringify(answered)).not.toMatch(/"(min|max|amount|quantity)"/);
});

test.each([
  ["depth=0", "depth"],
  ["depth=99", "depth"],
  ["about=nothing here", "about"],
  ["about=US-4-001:COMMITTED", "about"],
  ["suppose=everything", "suppose"],
  [`suppose=${Array.from({ length: 21 }, (_, n) => `T${n}0`).join(",")}`, "suppose"],
  ["participant=france", "participant"],
  ["unknown=1", "unknown"],
])("%s is refused", (search, path) => {
  const parsed = parseGraphFilter(new URLSearchParams(search));
  expect(parsed).toMatchObject({ ok: false, refusal: { errors: [{ path }] } });
});

test("the graph is the same object until a pledge in it is renamed", async () => {
  const before = await graph();
  expect(await graph()).toBe(before);
  const { rows } = await pool().query<Actor>(
    "SELECT id, email, name, role, desk, sealed FROM person WHERE email = 'manager@register.example'",
  );
  const manager = { ...cast.manager, ...rows[0] };
  const { version } = value(await loadPledge(manager, "US-4-001", NOW));
  const changes = pledgeChanges.parse({ title: "Guarantee, once more" });
  value(await changePledge(manager, { reference: "US-4-001", ifMatch: version, changes }, NOW));
  const after = await graph();
  expect(after.pledges.get("US-4-001")?.title).toBe("Guarantee, once more");
  expect(await graph()).toBe(after);
});

test("an administrator reads no graph", async () => {
  expect(refusalOf(await loadGraph(cast.admin, value(parseGraphFilter(new URLSearchParams())), NOW))).toBe(
    "role",
  );
});
