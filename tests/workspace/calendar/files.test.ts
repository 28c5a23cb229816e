// The calendar as files: the same entries as the list, as of the same moment, for the same readers.
import { parse } from "csv-parse/sync";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openTestApi, type TestApi, type Who } from "../../support/api";

let api: TestApi;
beforeAll(async () => {
  api = await openTestApi();
});
afterAll(() => api.close());

const SPAN = "from=2026-01-01&to=2026-12-31";

interface Item {
  kind: string;
  on: string;
  reference: string | null;
  id: string | null;
  handling: string;
}

async function listed(who: Who, query: string): Promise<Item[]> {
  const items: Item[] = [];
  for (let cursor = ""; ;) {
    const { status, body } = await api.call(who, "GET", `/calendar?${query}&limit=7${cursor}`);
    expect(status, JSON.stringify(body)).toBe(200);
    const { items: found, next } = body as unknown as { items: Item[]; next: string | null };
    items.push(...found);
    if (next === null) return items;
    cursor = `&cursor=${next}`;
  }
}

/** Its events, each by its properties. */
async function events(who: Who, query: string): Promise<Map<string, string>[]> {
  const answer = await api.call(who, "GET", `/calendar.ics?${query}`);
  expect(answer.status).toBe(200);
  expect(answer.headers.get("content-type")).toBe("text/calendar; charset=utf-8");
  const text = String(answer.body.text).replaceAll("\r\n ", "");
  return text
    .split("BEGIN:VEVENT\r\n")
    .slice(1)
    .map(
      (event) =>
        new Map(
          event.split("\r\n").map((line) => [line.split(/[:;]/)[0] ?? "", line.slice(line.indexOf(":") + 1)]),
        ),
    );
}

test.each(["", "&participant=FR,RO", "&kind=due,vote", "&asOf=2026-02-01T00:00:00Z"])(
  "list, table and file have the same entries (%s)",
  async (more) => {
    const items = await listed("manager", SPAN + more);
    if (more === "") expect(items.length).toBeGreaterThan(10);
    const csv = await api.call("manager", "GET", `/calendar.csv?${SPAN}${more}`);
    const rows: Record<string, string>[] = parse(String(csv.body.text), { columns: true, bom: true });
    expect(rows.map(({ on, kind, reference, id, handling }) => [on, kind, reference, id, handling])).toEqual(
      items.map(({ on, kind, reference, id, handling }) => [on, kind, reference ?? "", id ?? "", handling]),
    );
    const all = await events("manager", SPAN + more);
    expect(all.map((event) => [event.get("DTSTART"), event.get("CLASS")])).toEqual(
      items.map(({ on, handling }) => [
        on.replaceAll("-", ""),
        handling === "COALITION" ? "CONFIDENTIAL" : "PUBLIC",
      ]),
    );
    expect(new Set(all.map((event) => event.get("UID"))).size).toBe(items.length);
    for (const [place, event] of all.entries()) {
      const marked = items[place]?.handling === "COALITION";
      expect(event.get("SUMMARY")?.endsWith("(coalition only)")).toBe(marked);
      expect(event.get("URL")).toMatch(/^https?:\/\/[^/]+\/(pledges|questions|requirements|participants)\//);
    }
  },
);

test("a file is the same for each reader, and an event keeps its UID when its day moves", async () => {
  const [first, second] = [await events("officer", SPAN), await events("auditor", SPAN)];
  expect(second).toEqual(first);
  const due = { dueOn: "2026-03-09" };
  const asked = () => events("manager", "from=2026-03-01&to=2026-04-30&kind=due&participant=SE");
  const { body, headers } = await api.call("manager", "GET", "/pledges/SE-3-001");
  expect(body.reference).toBe("SE-3-001");
  const version = Number(/\d+/.exec(headers.get("etag") ?? "")?.[0]);
  const moved = await api.call("manager", "PATCH", "/pledges/SE-3-001", { version, body: due });
  expect(moved.status, JSON.stringify(moved.body)).toBe(200);
  const before = (await asked()).find((event) => event.get("DTSTART") === "20260309");
  await api.call("manager", "PATCH", "/pledges/SE-3-001", {
    version: version + 1,
    body: { dueOn: "2026-04-10" },
  });
  const after = (await asked()).find((event) => event.get("DTSTART") === "20260410");
  expect(before?.get("UID")).toMatch(/^due\.SE-3-001@/);
  expect(after?.get("UID")).toBe(before?.get("UID"));
  expect(Number(after?.get("SEQUENCE"))).toBe(Number(before?.get("SEQUENCE")) + 1);
});
