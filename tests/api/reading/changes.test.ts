// What changed, as other programs read it: the figures of all routes agree, and a meaningless moment is refused.
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openTestApi, type TestApi } from "../../support/api";
import { callOk } from "../../support/registers/call-ok";

let api: TestApi;
beforeAll(async () => {
  api = await openTestApi();
});
afterAll(() => api.close());

const PARIS = encodeURIComponent("Paris, 6 January 2026");
type Rows = Record<string, unknown>[];

test("the counts of new and resolved items agree in changes, unresolved and coverage", async () => {
  const changes = await callOk(api, "auditor", "GET", `/changes?since=${PARIS}&limit=200`, "/changes");
  const counts = changes.counts as Record<string, number>;
  const now = await callOk(api, "auditor", "GET", `/unresolved?since=${PARIS}&limit=200`, "/unresolved");
  const coverage = await callOk(api, "auditor", "GET", `/coverage?since=${PARIS}`, "/coverage");
  expect(now.counted).toBe((counts.new ?? 0) + (counts.open ?? 0));
  expect((now.since as { counts: unknown }).counts).toEqual({
    new: counts.new,
    resolved: counts.resolved,
    open: counts.open,
  });
  const cells = coverage.cells as { new: number; resolved: number }[];
  const sum = (of: (cell: { new: number; resolved: number }) => number): number =>
    cells.reduce((all, cell) => all + of(cell), 0);
  expect([sum((cell) => cell.new), sum((cell) => cell.resolved)]).toEqual([counts.new, counts.resolved]);

  const items = await everyItem(`/unresolved?since=${PARIS}&limit=200`);
  expect(items.filter(({ change }) => change === "new").length).toBe(counts.new);
  expect(items.filter(({ change }) => change === "open").length).toBe(counts.open);
  const groups = changes.groups as Record<string, number>[];
  for (const section of Object.keys(counts))
    expect(groups.reduce((all, group) => all + (group[section] ?? 0), 0)).toBe(counts[section]);
});

test("a section asked for alone comes in pages, and each resolved item says what resolved it", async () => {
  const whole = await callOk(api, "manager", "GET", `/changes?since=${PARIS}&limit=200`, "/changes");
  const paged: Rows = [];
  for (let cursor = ""; ;) {
    const page = await callOk(
      api,
      "manager",
      "GET",
      `/changes?since=${PARIS}&show=resolved&limit=7${cursor}`,
      "/changes",
    );
    expect(page.new).toEqual([]);
    paged.push(...(page.resolved as Rows));
    if (page.next === null) break;
    cursor = `&cursor=${page.next as string}`;
  }
  expect(paged).toEqual(whole.resolved);
  expect(paged.length).toBeGreaterThan(20);
  expect(paged.filter(({ by }) => by === null)).toEqual([]);
});

test("a past comparison stays the same, whether its baseline is given by name, id or moment", async () => {
  const [baseline] = (await api.call("officer", "GET", "/baselines")).body.items as {
    id: string;
    asOf: string;
  }[];
  const until = "&until=2026-02-01T12:00:00Z&limit=200";
  const asked = async (since: string): Promise<Record<string, unknown>> => {
    const { since: _since, ...answer } = (await api.call("officer", "GET", `/changes?since=${since}${until}`))
      .body;
    return answer;
  };
  const before = await asked(PARIS);
  await api.call("manager", "POST", "/pledges/FR-3-001/comments", { body: { text: "Seen." } });
  await api.call("manager", "POST", "/baselines", { body: { name: "Later", asOf: "2026-01-31T10:00:00Z" } });
  for (const since of [PARIS, baseline?.id ?? "", baseline?.asOf ?? ""])
    expect(await asked(since)).toEqual(before);
});

test("a plain date filters unresolved items and compares nothing", async () => {
  const narrowed = (await callOk(
    api,
    "officer",
    "GET",
    "/unresolved?since=2026-01-20&limit=200",
    "/unresolved",
  )) as {
    items: { since: string; change?: string }[];
    since?: unknown;
  };
  expect(narrowed.since).toBeUndefined();
  expect(narrowed.items.filter(({ since, change }) => since < "2026-01-20" || change !== undefined)).toEqual(
    [],
  );
});

test("the American support is PLEDGED at noon on 6 January, and SIGNALLED the next evening", async () => {
  const at = (moment: string) =>
    callOk(api, "auditor", "GET", `/pledges/US-3-001?asOf=${moment}`, "/pledges/{reference}");
  const noon = await at("2026-01-06T12:00:00Z");
  const evening = await at("2026-01-07T18:00:00Z");
  expect(noon).toMatchObject({ stage: "PLEDGED", verification: "REPORTED", condition: null });
  expect(noon.title).toBe("Commitment to support the multinational force (draft)");
  expect((noon.evidence as Rows).map(({ kind }) => kind)).toEqual(["MEDIA_REPORT", "MEDIA_REPORT"]);
  expect(evening).toMatchObject({ stage: "SIGNALLED", verification: "REGISTERED" });
  expect(evening.title).toBe("Proposed support to the multinational force");
  expect((evening.evidence as Rows).length).toBe(5);
  const none = { edit: false, set: [], propose: [], decide: false, void: false };
  expect([noon.may, evening.may]).toEqual([none, none]);
  const before = await api.call("auditor", "GET", "/pledges/US-3-001?asOf=2026-01-06T09:24:59Z");
  expect(before).toMatchObject({ status: 404, body: { code: "not-found" } });
});

test("a pledge as of now is the one read live, in all but what the reader may do", async () => {
  const { headers } = await api.call("auditor", "HEAD", "/pledges.csv");
  const now = headers.get("register-as-of") ?? "";
  for (const reference of ["FR-3-001", "US-4-001", "UA-4-001", "DE-3-001", "GB-3-001"]) {
    const live = await api.call("auditor", "GET", `/pledges/${reference}`);
    const then = await api.call("auditor", "GET", `/pledges/${reference}?asOf=${now}`);
    expect({ ...then.body, may: null }).toEqual({ ...live.body, may: null });
  }
});

describe("refused", () => {
  test.each([
    ["/changes", "since required"],
    ["/changes?since=Nowhere", "since no-baseline"],
    ["/changes?since=2199-01-01", "since moment-ahead"],
    ["/changes?since=2026-02-30", "since not-a-moment"],
    ["/changes?since=2026-01-06T12:00:00%2B02:00", "since not-a-moment"],
    ["/changes?since=2026-02-01&until=2026-01-01", "until order"],
    ["/changes?since=2026-02-01&until=2199-01-01T00:00:00Z", "until moment-ahead"],
    ["/changes?since=2026-02-01&show=all", "show not-one-of"],
    ["/changes?since=2026-02-01&cursor=abc", "cursor bad-cursor"],
    ["/changes?since=2026-02-01&show=new&cursor=abc", "cursor bad-cursor"],
    ["/changes?since=%00", "since not-a-moment"],
    ["/unresolved?since=Nowhere", "since no-baseline"],
    ["/unresolved?since=2026-02-30", "since not-a-moment"],
    ["/coverage?since=Nowhere", "since no-baseline"],
    ["/pledges/US-3-001?asOf=2199-01-01T00:00:00Z", "asOf moment-ahead"],
    ["/pledges/US-3-001?asOf=2026-01-06", "asOf not-an-instant"],
  ])("GET %s: %s", async (path, said) => {
    const { status, body } = await api.call("manager", "GET", path);
    expect({ status, said: saidIn(body) }).toEqual({ status: 422, said });
  });

  test.each([
    [{ name: "" }, "name empty"],
    [{ name: " " }, "name empty"],
    [{ name: "x".repeat(121) }, "name too-long"],
    [{ name: "2026-01-06" }, "name name-of-moment"],
    [{ name: "2026-01-06 Paris" }, "name name-of-moment"],
    [{ name: "0a8b1c2d-0a8b-4c2d-8a8b-0a8b1c2d3e4f" }, "name name-of-moment"],
    [{ name: "PARIS, 6 JANUARY 2026" }, "name name-taken"],
    [{ name: "Ahead", asOf: "2199-01-01T00:00:00Z" }, "asOf moment-ahead"],
    [{ name: "Local", asOf: "2026-01-06T12:00" }, "asOf not-an-instant"],
    [{ name: "More", at: "2026-01-06T12:00:00Z" }, "at unknown-key"],
  ])("POST /baselines %j: %s", async (body, said) => {
    const answer = await api.call("manager", "POST", "/baselines", { body });
    expect({ status: answer.status, said: saidIn(answer.body) }).toEqual({ status: 422, said });
  });
});

test("of eight baselines of one name at the same moment one is made, the others are refused", async () => {
  const answers = await Promise.all(
    Array.from({ length: 8 }, (_, n) =>
      api.call("manager", "POST", "/baselines", {
        body: { name: n % 2 ? "Same" : "SAME", asOf: "2026-02-01T10:00:00Z" },
      }),
    ),
  );
  expect(answers.map(({ status }) => status).sort()).toEqual([201, ...Array<number>(7).fill(422)]);
});

const saidIn = (body: Record<string, unknown>): string =>
  ((body.errors ?? []) as { path: string; code: string }[])
    .map(({ path, code }) => `${path} ${code}`)
    .join(", ");

async function everyItem(path: string): Promise<Rows> {
  const items: Rows = [];
  for (let cursor = ""; ;) {
    const { body } = await api.call("auditor", "GET", `${path}${cursor}`);
    items.push(...(body.items as Rows));
    if (body.next === null) return items;
    cursor = `&cursor=${body.next as string}`;
  }
}
