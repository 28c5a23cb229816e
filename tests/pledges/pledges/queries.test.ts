import { afterAll, beforeAll, expect, test } from "vitest";
import { positionsOf } from "@/lib/domain/pledge/link";
import { cursorOf, type CursorKey } from "@/lib/domain/base/cursor";
import type { Pledge } from "@/lib/domain/pledge/pledge";
import type { PledgeRow } from "@/lib/domain/details/pledge-details";
import { unresolved } from "@/lib/domain/unresolved/unresolved";
import { tableRow, tableRows, type TableRow } from "@/lib/domain/exchange/table";
import { pledgeList } from "@/lib/domain/exchange/tables/pledge-table";
import { parsePledgeFilter } from "@/lib/pledges/pledges/asked";
import { loadPledge, loadPledges, loadPledgesCsv } from "@/lib/pledges/pledges/queries";
import { admin, auditor, BARE, manager, officer } from "../../support/cast";
import { filledRegister, type FilledRegister } from "../../support/registers/filled-register";

let register: FilledRegister;

beforeAll(async () => {
  register = await filledRegister({ seed: 7, pledges: 1_100 });
});
afterAll(() => register.end());

test("a list has of each pledge what the rules derive, without evidence and what the reader may do", async () => {
  const { items } = await listed("limit=200");
  for (const row of items) {
    const pledge = pledgeOf(row.reference);
    const approvals = approvalsOf(row.reference);
    expect(row).toMatchObject({
      title: pledge.title,
      stage: pledge.stage,
      contributions: pledge.contributions,
    });
    expect(row.approvals.map(({ id }) => id)).toEqual(approvals.map(({ id }) => id));
    expect(row.unresolved).toEqual(unresolved(pledge, { ...BARE, approvals }, register.at));
    expect(Object.keys(row)).not.toContain("evidence");
    expect(Object.keys(row)).not.toContain("may");
  }
});

const ORDERS: [string, (row: PledgeRow) => number | string | null][] = [
  ["reference", () => null],
  ["updatedAt", (row) => row.updatedAt],
  ["dueOn", (row) => row.dueOn],
  ["unresolved", (row) => row.unresolved.length],
];

test.each(ORDERS)(
  "sorted by %s either way, each pledge occurs once, unknown values last, ties by reference",
  async (sort, by) => {
    for (const turned of [false, true]) {
      const rows = await allPages(`sort=${turned ? "-" : ""}${sort}&limit=137`);
      const sorted = [...rows].sort(
        (a, b) => compare(by(a), by(b), turned) || inTurn(a, b, turned && sort === "reference"),
      );
      expect(rows.map(({ reference }) => reference)).toEqual(sorted.map(({ reference }) => reference));
      expect(rows.map(({ reference }) => reference).sort()).toEqual(references(() => true));
    }
  },
);

test("a page continues from its key, whether or not that key's row is in the list", async () => {
  const first = await listed("limit=3");
  const elsewhere =
    register.pledges.find(({ voided, reference }) => voided !== null && reference > "B")?.reference ?? "";
  const key = [elsewhere.slice(0, -6), elsewhere.at(-5) ?? "", String(Number(elsewhere.slice(-3)))];
  const after = await listed(`limit=3&cursor=${cursorOf("reference", key)}`);
  const all = (await allPages("limit=200")).map(({ reference }) => reference);
  expect(
    (await listed(`limit=3&cursor=${String(first.next)}`)).items.map(({ reference }) => reference),
  ).toEqual(all.slice(3, 6));
  expect(after.items.map(({ reference }) => reference)).toEqual(
    all.filter((one) => one > elsewhere).slice(0, 3),
  );
});

const FILTERS: [string, (pledge: Pledge) => boolean][] = [
  ["participant=FR,DE", (pledge) => positionsOf(pledge).some((one) => one === "FR" || one === "DE")],
  ["participant=FR&priority=3", (pledge) => positionsOf(pledge).includes("FR") && pledge.priority === 3],
  [
    "named=FR,DE",
    ({ jointWith }) =>
      jointWith.some(({ participant, state }) => state === "CLAIMED" && ["FR", "DE"].includes(participant)),
  ],
  ["stage=DECLINED,SUSPENDED", ({ stage }) => stage === "DECLINED" || stage === "SUSPENDED"],
  ["owner=none", ({ owner }) => owner === null],
  [
    "owner=none,desk-3@register.example",
    ({ owner }) => owner === null || owner === "desk-3@register.example",
  ],
  ["kind=TROOPS", ({ contributions }) => contributions.some(({ kind }) => kind === "TROOPS")],
  [
    "kind=AIR&domain=SEA",
    ({ contributions }) => contributions.some(({ kind, domain }) => kind === "AIR" && domain === "SEA"),
  ],
  ["q=RADAR convoy", (pledge) => told(pledge).includes("radar") && told(pledge).includes("convoy")],
  ["q=FR-3-00", (pledge) => told(pledge).includes("fr-3-00")],
  ["q=%25", () => false],
  ["q=_", () => false],
  ["class=BLOCKED", (pledge) => itemsOf(pledge).some((item) => item.class === "BLOCKED")],
  [
    "code=OVERDUE,STALE",
    (pledge) => itemsOf(pledge).some(({ code }) => code === "OVERDUE" || code === "STALE"),
  ],
  ["class=BLOCKED&code=OVERDUE", () => false],
];

test.each(FILTERS)("%s lists those pledges and no others, and counts them", async (query, fits) => {
  const rows = await allPages(`${query}&limit=200`);
  const expected = references(fits);
  expect(rows.map(({ reference }) => reference).sort()).toEqual(expected);
  const { total, capped } = await listed(query);
  expect({ total, capped }).toEqual({
    total: Math.min(expected.length, 1_000),
    capped: expected.length > 1_000,
  });
});

test("a total above a thousand is given as a thousand, and as capped", async () => {
  expect(await listed("")).toMatchObject({ total: 1_000, capped: true });
});

test("voided pledges are listed only if they are asked for", async () => {
  const voided = register.pledges
    .filter((pledge) => pledge.voided !== null)
    .map(({ reference }) => reference);
  const shown = async (query: string) =>
    (await allPages(`${query}&limit=200`)).map(({ reference }) => reference);
  expect(voided.length).toBeGreaterThan(0);
  expect((await shown("voided=only")).sort()).toEqual(voided.sort());
  expect((await shown("voided=with")).length).toBe(register.pledges.length);
  expect(await shown("")).not.toContain(voided[0]);
});

test("one pledge is loaded whole, with what the reader may do", async () => {
  const pledge = register.pledges.find(({ participant, voided }) => participant === "FR" && voided === null);
  const own = await loadPledge(officer, pledge?.reference ?? "", register.at);
  const others = await loadPledge(auditor, pledge?.reference ?? "", register.at);
  expect(own).toMatchObject({ ok: true, value: { may: { edit: true }, evidence: pledge?.evidence } });
  expect(others).toMatchObject({ ok: true, value: { may: { edit: false, set: [], void: false } } });
});

test("a pledge that doesn't exist is not found, but a person who may not read is refused first", async () => {
  expect(await loadPledge(manager, "FR-3-999", register.at)).toMatchObject({
    refusal: { code: "not-found" },
  });
  expect(await loadPledge(admin, "FR-3-999", register.at)).toMatchObject({ refusal: { code: "role" } });
  expect(await loadPledges(admin, filter(""), register.at)).toMatchObject({ refusal: { code: "role" } });
  expect(await loadPledgesCsv(admin, filter(""), register.at)).toMatchObject({ refusal: { code: "role" } });
});

test.each(["", "sort=-dueOn&participant=FR", "sort=-unresolved&stage=PLEDGED", "q=troops&voided=with"])(
  "the table of a view (%s) has of each pledge what its page has, in the order of the list",
  async (query) => {
    const view = await loadPledgesCsv(auditor, filter(query), register.at);
    if (!view.ok) throw new Error(view.refusal.code);
    expect(view.value).toMatchObject({
      asOf: register.at,
      marking: "Test",
      narrowed: query !== "",
    });
    const rows: TableRow[] = [];
    for await (const batch of tableRows(pledgeList, view.value.rows)) rows.push(...batch);
    const listed = await allPages(`${query}&limit=200`);
    expect(rows.map(([reference]) => reference)).toEqual(listed.map(({ reference }) => reference));
    for (const row of rows.filter((_, index) => index % 7 === 0)) {
      const sheet = await loadPledge(auditor, String(row[0]), register.at);
      expect(row).toEqual(sheet.ok && tableRow(pledgeList, sheet.value));
    }
  },
);

const filter = (query: string) => {
  const parsed = parsePledgeFilter(new URLSearchParams(query));
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.refusal));
  return parsed.value;
};

async function listed(query: string) {
  const found = await loadPledges(manager, filter(query), register.at);
  if (!found.ok) throw new Error(found.refusal.code);
  return found.value;
}

async function allPages(query: string): Promise<PledgeRow[]> {
  const rows: PledgeRow[] = [];
  for (let cursor: string | null = ""; cursor !== null;) {
    const page: { items: PledgeRow[]; next: string | null } = await listed(
      `${query}${cursor && `&cursor=${cursor}`}`,
    );
    rows.push(...page.items);
    cursor = page.next;
  }
  return rows;
}

function pledgeOf(reference: string): Pledge {
  const pledge = register.pledges.find((one) => one.reference === reference);
  if (!pledge) throw new Error(reference);
  return pledge;
}

const approvalsOf = (reference: string) =>
  register.approvals.filter(({ serves }) => serves.includes(reference));

const itemsOf = (pledge: Pledge) =>
  unresolved(pledge, { ...BARE, approvals: approvalsOf(pledge.reference) }, register.at);

const references = (fits: (pledge: Pledge) => boolean): string[] =>
  register.pledges
    .filter((pledge) => pledge.voided === null && fits(pledge))
    .map(({ reference }) => reference)
    .sort();

const told = ({ reference, title, summary, authorisedBy, nextAction }: Pledge): string =>
  [reference, title, summary, authorisedBy, nextAction].join(" ").toLowerCase();

function compare(a: number | string | null, b: number | string | null, turned: boolean): number {
  if (a === b) return 0;
  if (a === null) return 1;
  if (b === null) return -1;
  return (a < b ? -1 : 1) * (turned ? -1 : 1);
}

function inTurn(a: PledgeRow, b: PledgeRow, turned: boolean): number {
  const [one, other] = [partsOf(a), partsOf(b)];
  const different = one.findIndex((part, index) => part !== other[index]);
  const way = turned ? -1 : 1;
  return different === -1 ? 0 : (one[different] ?? "") < (other[different] ?? "") ? -way : way;
}

const partsOf = ({ reference }: PledgeRow): CursorKey => {
  const [participant = "", priority = "", number = ""] = reference.split("-");
  return [participant, priority, number.padStart(9, "0")];
};
