import { afterAll, beforeAll, expect, test } from "vitest";
import { positionsOf } from "@/lib/domain/pledge/link";
import { write } from "@/lib/db/write";
import { dayOf, plusDays, type Day } from "@/lib/domain/base/day";
import { NOBODY } from "@/lib/domain/base/listing";
import { isPositionExpected } from "@/lib/domain/people/participant";
import { PRIORITIES } from "@/lib/domain/base/priority";
import { ok } from "@/lib/domain/base/result";
import { isOpen } from "@/lib/domain/pledge/stages";
import { ageOf, GROUPINGS, type Grouping, type UnresolvedRow } from "@/lib/domain/unresolved/summary";
import {
  unresolved,
  unresolvedCell,
  UNRESOLVED_CODES,
  type UnresolvedItem,
} from "@/lib/domain/unresolved/unresolved";
import { loadCoverage } from "@/lib/unresolved/coverage/queries";
import { loadHeadline, loadUnresolved, loadUnresolvedItems } from "@/lib/unresolved/unresolved/queries";
import { parseUnresolvedFilter } from "@/lib/unresolved/unresolved/asked";
import { THE_REGISTER } from "@/lib/workspace/settings/commands";
import { admin, auditor, BARE, KYIV, manager } from "../../support/cast";
import { filledRegister, type FilledRegister } from "../../support/registers/filled-register";

let register: FilledRegister;

beforeAll(async () => {
  register = await filledRegister({ seed: 11, pledges: 400 });
});
afterAll(() => register.end());

test.each(GROUPINGS)(
  "grouped by %s, the figures are those of the rules applied to every record",
  async (group) => {
    expect(await figures(`group=${group}`)).toEqual(counted(itemsAt(register.at), group));
  },
);

const FILTERS: [string, (item: Item) => boolean][] = [
  ["class=BLOCKED", (item) => item.class === "BLOCKED"],
  [
    "class=GAP,QUALITY&priority=2,4",
    (item) => item.class !== "BLOCKED" && (item.priority === 2 || item.priority === 4),
  ],
  ["code=NO_PLEDGE", (item) => item.code === "NO_PLEDGE"],
  ["participant=FR,GB&group=priority", (item) => item.participant === "FR" || item.participant === "GB"],
  [`owner=${NOBODY}`, (item) => item.owner === null],
  ["owner=desk-3@register.example&group=class", (item) => item.owner === "desk-3@register.example"],
  ["not=participant:FR,participant:GB", (item) => item.participant !== "FR" && item.participant !== "GB"],
  ["not=owner:desk-3@register.example&group=class", (item) => item.owner !== "desk-3@register.example"],
  [
    `not=owner:${NOBODY},owner:desk-3@register.example,participant:FR&group=owner`,
    (item) => item.owner !== null && item.owner !== "desk-3@register.example" && item.participant !== "FR",
  ],
];

test.each(FILTERS)(
  "under %s all figures are those of the filter, and each item is there once",
  async (query, fits) => {
    const { items, ...summary } = await wholeList(query);
    const expected = itemsAt(register.at).filter(fits);
    expect(summary).toEqual(counted(expected, summary.group));
    expect(items.map(keyOf)).toEqual([...expected].sort(inOrder).map(keyOf));
  },
);

test("since asks for what came up on that day or later", async () => {
  const day = plusDays(register.today, -20);
  const expected = itemsAt(register.at).filter(({ since }) => since >= day);
  expect((await loaded(`since=${day}`)).counted).toBe(expected.length);
});

test("an item has its pledge's title and next action's date, and only causes that hold by now", async () => {
  const { items } = await wholeList("");
  for (const row of items) {
    const pledge = register.pledges.find(({ reference }) => reference === row.reference);
    expect(row.title).toBe(pledge?.title ?? null);
    expect(row.nextActionDueOn).toBe(pledge?.nextActionDueOn ?? null);
    expect(row.params.causes.length).toBeGreaterThan(0);
    for (const cause of row.params.causes) expect(cause.since <= register.today).toBe(true);
  }
});

test("a future item counts once its day has come, without any change", async () => {
  const later = new Date(Date.parse(register.at) + 45 * 86_400_000).toISOString();
  const found = await loadUnresolved(manager, FIGURES, later);
  expect(found).toMatchObject({ ok: true, value: { counted: itemsAt(later).length, items: [] } });
  expect(itemsAt(later).length).toBeGreaterThan(itemsAt(register.at).length);
});

test("the coverage matrix adds up to the same", async () => {
  const coverage = await loadCoverage(auditor, register.at);
  if (!coverage.ok) throw new Error(coverage.refusal.code);
  const { totals } = coverage.value;
  expect(totals.counted).toBe((await loaded("")).counted);
  for (const { key, count } of (await loaded("group=participant")).groups)
    expect(totals.participants[key]).toBe(count);
  for (const { key, count } of (await loaded("group=priority")).groups)
    expect(totals.priorities[key]).toBe(count);
});

test("the headline counts positions and open pledges", async () => {
  const headline = await loadHeadline(manager, register.at);
  const items = itemsAt(register.at);
  const lacking = new Set(items.map(({ reference }) => reference));
  const open = register.pledges.filter(({ stage, voided }) => voided === null && isOpen(stage));
  const most = UNRESOLVED_CODES.filter((code) => code !== "NO_PLEDGE" && code !== "SUSPENDED").map(
    (code) => items.filter((item) => item.code === code).length,
  );
  expect(headline).toMatchObject({
    ok: true,
    value: {
      positions:
        register.participants.filter((one) => isPositionExpected(one, dayOf(register.at, KYIV))).length * 5,
      positionsWithout: items.filter(({ code }) => code === "NO_PLEDGE").length,
      openPledges: open.length,
      pledgesLacking: open.filter(({ reference }) => lacking.has(reference)).length,
    },
  });
  expect(headline.ok && headline.value.topCodes[0]?.count).toBe(Math.max(...most));
});

test("one's own items are those of the pledges one owns", async () => {
  const own = await loadUnresolvedItems(
    manager,
    filter("owner=desk-3@register.example&limit=200"),
    register.at,
  );
  const expected = itemsAt(register.at).filter(({ owner }) => owner === "desk-3@register.example");
  expect(own.ok && own.value.items.length).toBe(Math.min(expected.length, 200));
});

test("an administrator can read none of it", async () => {
  expect(await loadUnresolved(admin, filter(""), register.at)).toMatchObject({ refusal: { code: "role" } });
  expect(await loadHeadline(admin, register.at)).toMatchObject({ refusal: { code: "role" } });
  expect(await loadCoverage(admin, register.at)).toMatchObject({ refusal: { code: "role" } });
});

test("remembered figures end with the next change", async () => {
  const before = await loaded("");
  const due = plusDays(register.today, -3);
  const changed = await write(THE_REGISTER, async (tx) => {
    // With a window: a day by which it is due would end NO_WINDOW as well.
    const free = register.pledges.find(
      ({ stage, voided, windowEnd, dueOn, nextActionDueOn }) =>
        isOpen(stage) && voided === null && windowEnd !== null && dueOn === null && nextActionDueOn === null,
    );
    const pledge = free && (await tx.pledges.lock(free.reference));
    if (!pledge) throw new Error("no such pledge");
    return ok(await tx.save("pledge", pledge, { ...pledge, dueOn: due }, { action: "pledge.changed" }));
  });
  const at = changed.ok ? changed.value.updatedAt : "";
  const after = await loadUnresolved(manager, FIGURES, at);
  expect(after.ok && after.value.counted).toBe(before.counted + 1);
});

const FIGURES = { ...filter(""), limit: 0 };

interface Item extends UnresolvedItem {
  participant: string;
  priority: number;
  reference: string | null;
  owner: string | null;
}

/** Every item, from the records as they were generated, by the rules alone. */
function itemsAt(at: string): Item[] {
  const ofPledges = register.pledges.flatMap((pledge) => {
    const approvals = register.approvals.filter(({ serves }) => serves.includes(pledge.reference));
    const { participant, priority, reference, owner } = pledge;
    return unresolved(pledge, { ...BARE, approvals }, at).map((item) => ({
      ...item,
      participant,
      priority,
      reference,
      owner,
    }));
  });
  const ofCells = register.participants.flatMap((participant) =>
    PRIORITIES.flatMap((priority) => {
      const pledges = register.pledges.filter(
        (one) => positionsOf(one).includes(participant.code) && one.priority === priority,
      );
      const context = { firstBaselineOn: null, timeZone: KYIV };
      return unresolvedCell(participant, priority, pledges, context).map((item) => ({
        ...item,
        participant: participant.code,
        priority,
        reference: null,
        owner: null,
      }));
    }),
  );
  return [...ofPledges, ...ofCells];
}

function counted(items: readonly Item[], group: Grouping) {
  const of = (which: string): number => items.filter((item) => item.class === which).length;
  const keys = [...new Set(items.map((item) => groupOf(item, group)))];
  return {
    group,
    counted: items.length,
    dormant: 0,
    byClass: { GAP: of("GAP"), BLOCKED: of("BLOCKED"), QUALITY: of("QUALITY") },
    groups: Object.fromEntries(
      keys.map((key) => [key, groupFigures(items.filter((item) => groupOf(item, group) === key))]),
    ),
  };
}

function groupFigures(items: readonly Item[]) {
  const ages = { d7: 0, d30: 0, d90: 0, older: 0 };
  for (const { since } of items) ages[ageOf(since, register.today)] += 1;
  const oldest = items.map(({ since }) => since).reduce((first: Day, day) => (day < first ? day : first));
  return { count: items.length, oldest, ages };
}

function groupOf(item: Item, group: Grouping): string {
  if (group === "owner") return item.owner ?? NOBODY;
  return String(item[group]);
}

async function figures(query: string) {
  const { items: _items, ...summary } = await summaryOf(query);
  return summary;
}

async function summaryOf(query: string) {
  const { groups, next: _next, ...summary } = await loaded(query);
  const { group } = filter(query);
  return { ...summary, group, groups: Object.fromEntries(groups.map(({ key, ...figure }) => [key, figure])) };
}

async function wholeList(query: string) {
  const summary = await summaryOf(query);
  const items: UnresolvedRow[] = [];
  for (let cursor: string | null = ""; cursor !== null;) {
    const page: { items: UnresolvedRow[]; next: string | null } = await loaded(
      `${query}&limit=61${cursor && `&cursor=${cursor}`}`,
    );
    items.push(...page.items);
    cursor = page.next;
  }
  return { ...summary, items };
}

async function loaded(query: string) {
  const found = await loadUnresolved(manager, filter(query), register.at);
  if (!found.ok) throw new Error(found.refusal.code);
  return found.value;
}

function filter(query: string) {
  const parsed = parseUnresolvedFilter(new URLSearchParams(query));
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.refusal));
  return parsed.value;
}

const keyOf = ({ code, since, participant, priority, reference }: Item | UnresolvedRow): string =>
  [
    String(UNRESOLVED_CODES.indexOf(code)).padStart(2, "0"),
    since,
    participant,
    priority,
    reference ?? "",
  ].join(" ");

const inOrder = (a: Item, b: Item): number => (keyOf(a) < keyOf(b) ? -1 : 1);
