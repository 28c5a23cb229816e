// Every list as a CSV download: all rows of the view, marked and dated, and recorded in the access log.
import { parse } from "csv-parse/sync";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { accessNoted } from "@/lib/auth/access-log";
import { pool, streamPool } from "@/lib/db/client";
import { csvLine } from "@/lib/domain/exchange/csv";
import { tableRow } from "@/lib/domain/exchange/table";
import { pledgeList } from "@/lib/domain/exchange/tables/pledge-table";
import { loadPledge } from "@/lib/pledges/pledges/queries";
import { openTestApi, type TestApi, type Who } from "../../support/api";
import { auditor } from "../../support/cast";

let api: TestApi;
beforeAll(async () => {
  api = await openTestApi();
});
afterAll(() => api.close());

type Row = Record<string, string>;

async function table(who: Who, path: string): Promise<Row[]> {
  const answer = await api.call(who, "GET", path);
  expect(answer.status, JSON.stringify(answer.body)).toBe(200);
  return parse(String(answer.body.text), { columns: true, bom: true });
}
const items = async (path: string) =>
  (await api.call("auditor", "GET", path)).body.items as Record<string, unknown>[];

const SINCE = "since=2026-01-20T12:00:00Z";
const VIEWS = [
  "/pledges.csv",
  "/unresolved.csv",
  "/coverage.csv",
  "/requirements.csv",
  "/requirements/ladder.csv",
  "/participants.csv",
  "/sources.csv",
  "/calendar.csv",
  `/changes.csv?${SINCE}`,
];

test.each(VIEWS)("%s has its moment in name and header, and its marking in header and rows", async (path) => {
  const { headers } = await api.call("auditor", "GET", path);
  const name = /([^/]*)\.csv/.exec(path)?.[1] ?? "";
  const asOf = headers.get("register-as-of") ?? "";
  expect(asOf).toMatch(/^2026-02-25T\d\d:\d\d:\d\d\.\d{3}Z$/);
  const moment = asOf.replace(/\.\d+Z/, "Z").replaceAll(":", "");
  expect(headers.get("content-disposition")).toBe(`attachment; filename="${name}-as-of-${moment}.csv"`);
  expect(headers.get("content-type")).toBe("text/csv; charset=utf-8");
  expect(headers.get("cache-control")).toBe("private, no-store");
  const marking = decodeURIComponent(headers.get("register-marking") ?? "");
  const rows = await table("auditor", path);
  expect(rows.length).toBeGreaterThan(0);
  expect(new Set(rows.map((row) => row.marking))).toEqual(new Set([marking]));
});

test("a filtered list says so in its file name", async () => {
  for (const path of [
    "/pledges.csv?participant=FR",
    "/unresolved.csv?class=GAP",
    "/requirements.csv?criticality=1",
    "/requirements/ladder.csv?priority=3",
    "/sources.csv?q=a",
    "/calendar.csv?priority=3",
    `/changes.csv?${SINCE}&priority=3`,
  ]) {
    const { headers } = await api.call("auditor", "GET", path);
    expect(headers.get("content-disposition"), path).toContain("-filtered-as-of-");
  }
});

describe("the rows are those of the list", () => {
  test("of pledges, each with the values of its own record, conditions among them", async () => {
    const answer = await api.call("auditor", "GET", "/pledges.csv?voided=with");
    const at = answer.headers.get("register-as-of") ?? "";
    const rows = String(answer.body.text)
      .split(/\r\n(?=[A-Z]{2,4}-\d-\d{3},|$)/)
      .slice(1, -1);
    expect(rows.length).toBeGreaterThan(40);
    const marking = decodeURIComponent(answer.headers.get("register-marking") ?? "");
    for (const line of rows) {
      const sheet = await loadPledge(auditor, line.slice(0, line.indexOf(",")), at);
      expect(`${line}\r\n`).toBe(sheet.ok && csvLine([...tableRow(pledgeList, sheet.value), marking]));
    }
    expect(rows.some((line) => line.includes("CEASEFIRE_IN_FORCE"))).toBe(true);
  });

  test("of what is unresolved, with its sentences, all pages of it", async () => {
    const query = "class=GAP,DORMANT&priority=3,4";
    const listed = await pages(`/unresolved?${query}`);
    const rows = await table("auditor", `/unresolved.csv?${query}`);
    expect(
      rows.map(({ code, since, participant, reference, what, resolvedBy }) => ({
        ...{ code, since, participant, what, resolvedBy },
        reference: reference || null,
      })),
    ).toEqual(
      listed.map(({ code, since, participant, reference, what, resolvedBy }) => ({
        ...{ code, since, participant, what, resolvedBy },
        reference,
      })),
    );
    expect(new Set(rows.map(({ place, code }) => `${String(place)} ${String(code)}`)).size).toBe(rows.length);
  });

  test("of what is unresolved, with what is new since a moment", async () => {
    const listed = await pages(`/unresolved?${SINCE}`);
    const rows = await table("auditor", `/unresolved.csv?${SINCE}`);
    expect(rows.map(({ change }) => change)).toEqual(listed.map(({ change }) => change));
    expect(new Set(rows.map(({ change }) => change))).toEqual(new Set(["new", "open"]));
  });

  test("of coverage, cell by cell, also since a moment", async () => {
    const { cells } = (await api.call("auditor", "GET", `/coverage?${SINCE}`)).body as { cells: Cell[] };
    const rows = await table("auditor", `/coverage.csv?${SINCE}`);
    expect(rows.map(({ marking: _marking, ...row }) => row)).toEqual(
      cells.map(({ searched, ...cell }) =>
        asText({
          ...cell,
          searchedUntil: searched?.until ?? null,
          searchedWhere: searched?.where ?? null,
          searchedBy: searched?.by ?? null,
        }),
      ),
    );
  });
  interface Cell {
    searched?: { until: string; where: string; by: string };
  }

  test("of requirements, with firm, conditional and missing amounts", async () => {
    const listed = await items("/requirements?closed=with&sort=due");
    const rows = await table("auditor", "/requirements.csv?closed=with&sort=due");
    expect(
      rows.map(({ reference, measure, need, firmLow, conditionalLow, shortfall }) => ({
        ...{ reference, measure, need, firmLow, conditionalLow, shortfall },
      })),
    ).toEqual(
      (listed as unknown as Listed[]).map(({ reference, coverage: c }) => ({
        ...{ reference, measure: c.measure, need: c.need, shortfall: c.shortfall },
        ...{ firmLow: c.firm.low, conditionalLow: c.conditional.low },
      })),
    );
  });
  interface Listed {
    reference: string;
    coverage: {
      measure: string;
      need: string;
      shortfall: string;
      firm: { low: string };
      conditional: { low: string };
    };
  }

  test("of the response ladder, a line for each row and day", async () => {
    const { rows } = (await api.call("auditor", "GET", "/requirements/ladder")).body as unknown as Ladder;
    const lines = await table("auditor", "/requirements/ladder.csv");
    expect(
      lines.map(({ domain, measure, day, need, firmLow, short }) => [
        domain,
        measure,
        day,
        need,
        firmLow,
        short,
      ]),
    ).toEqual(
      rows.flatMap(({ domain, measure, rungs }) =>
        rungs.map(({ day, need, firm, short }) => [
          ...[domain, measure, String(day), need, firm.low],
          short.map(({ requirement, amount }) => `${requirement} ${amount}`).join("; "),
        ]),
      ),
    );
  });
  interface Ladder {
    rows: {
      domain: string;
      measure: string;
      rungs: {
        day: number;
        need: string;
        firm: { low: string };
        short: { requirement: string; amount: string }[];
      }[];
    }[];
  }

  test("of participants and sources", async () => {
    const names = (rows: readonly object[], key: string) => rows.map((row) => String(Reflect.get(row, key)));
    expect(names(await table("auditor", "/participants.csv"), "code")).toEqual(
      names(await items("/participants"), "code"),
    );
    expect(names(await table("auditor", "/sources.csv?ownership=OFFICIAL"), "id")).toEqual(
      names(await pages("/sources?ownership=OFFICIAL"), "id"),
    );
  });

  test("of changes, section after section, or one of them", async () => {
    const { body } = await api.call("auditor", "GET", `/changes?${SINCE}&limit=200`);
    const rows = await table("auditor", `/changes.csv?${SINCE}`);
    const counted: Record<string, number> = {};
    for (const { section = "" } of rows) counted[section] = (counted[section] ?? 0) + 1;
    const counts = Object.entries(body.counts as Record<string, number>).filter(([, n]) => n > 0);
    expect(counted).toEqual(Object.fromEntries(counts));
    const fresh = await table("auditor", `/changes.csv?${SINCE}&show=new`);
    expect(fresh).toEqual(rows.filter(({ section }) => section === "new"));
  });
});

test("an administrator gets the participants without figures, and nothing else", async () => {
  const rows = await table("admin", "/participants.csv");
  expect(rows.length).toBe(38);
  expect(rows.every(({ pledges, unresolved }) => pledges === "" && unresolved === "")).toBe(true);
  for (const path of VIEWS.filter((one) => one !== "/participants.csv"))
    expect(await api.call("admin", "GET", path), path).toMatchObject({ status: 403, body: { code: "role" } });
});

test("each download is recorded in the access log, by its path alone", async () => {
  await accessNoted();
  const { rows } = await pool().query<{ path: string }>(
    "SELECT DISTINCT path FROM audit.access WHERE kind = 'DOWNLOAD' ORDER BY path",
  );
  expect(rows.map(({ path }) => path)).toEqual(
    VIEWS.map((path) => `/api/v1${path.replace(/\?.*/, "")}`).sort(),
  );
});

test("HEAD requests and a complete download leave no database connection in use", async () => {
  for (let turn = 0; turn < 8; turn += 1) await api.call("manager", "HEAD", "/pledges.csv");
  expect(await table("manager", "/pledges.csv")).not.toHaveLength(0);
  expect(streamPool().totalCount - streamPool().idleCount).toBe(0);
});

async function pages(first: string): Promise<Record<string, unknown>[]> {
  const all: Record<string, unknown>[] = [];
  for (let cursor: string | null = ""; cursor !== null;) {
    const { body } = await api.call("auditor", "GET", `${first}&limit=200${cursor && `&cursor=${cursor}`}`);
    all.push(...(body.items as Record<string, unknown>[]));
    cursor = body.next as string | null;
  }
  return all;
}

const asText = (cell: object): Row =>
  Object.fromEntries(Object.entries(cell).map(([key, value]) => [key, value === null ? "" : String(value)]));
