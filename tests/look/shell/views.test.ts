import fc from "fast-check";
import { expect, test } from "vitest";
import { layoutIn, USUAL_COLUMNS } from "@/components/pledges/pledges/layout";
import {
  pledgesHref,
  pledgesSortedBy,
  type PledgesView,
  pledgesCsvHref,
} from "@/components/pledges/pledges/view";
import {
  behind,
  isWhole,
  unresolvedHref,
  WHOLE_UNRESOLVED,
  type UnresolvedView,
} from "@/components/unresolved/unresolved/view";
import { viewHref } from "@/components/ui/address/view-href";
import { asksFor } from "@/components/workspace/views/asks";
import { PLEDGE_SORTS } from "@/lib/domain/details/pledge-filter";
import { GROUPINGS } from "@/lib/domain/unresolved/summary";
import { UNRESOLVED_CODES } from "@/lib/domain/unresolved/unresolved";
import { parsePledgeFilter } from "@/lib/pledges/pledges/asked";
import { parseUnresolvedFilter } from "@/lib/unresolved/unresolved/asked";

const paramsOf = (href: string): URLSearchParams => new URL(href, "http://register.example").searchParams;
const some = <T>(values: readonly T[]) => fc.subarray([...values]);

test("an address omits empty parameters and keeps values as they were typed", () => {
  expect(viewHref("/x", { a: [], b: null, c: undefined, d: "" })).toBe("/x");
  expect(viewHref("/x", { a: ["FR", "GB"], b: 3 }, "g")).toBe("/x?a=FR,GB&b=3#g");
  expect(paramsOf(viewHref("/x", { q: "a&b=c, d+é" })).get("q")).toBe("a&b=c, d+é");
});

test("what a saved view asks for is described by names, or as in the address if there is no name", () => {
  const names = { participants: { FR: "France" }, owners: { "a@x.example": "Ana" } };
  const asked = (query: string) => asksFor(`/pledges?${query}`, names);
  expect(asked("participant=FR,DE&owner=none,a@x.example,b@x.example")).toBe(
    "participant: France, DE; owner: none, Ana, b@x.example",
  );
  expect(asked("stage=PLEDGED&priority=3")).toBe("stage: Pledged; priority: Deterrent force");
  expect(asked("not=participant:FR,stage:DECLINED,participant:DE,owner:none")).toBe(
    "without participant: France, DE; without stage: Declined; without owner: none",
  );
  expect(asked("stage=GONE&constructor=x")).toBe("stage: GONE; constructor: x");
  expect(asksFor("/pledges", names)).toBe("Everything");
});

test("each view of unresolved items is read back from its address", () => {
  const view = fc.record({
    group: fc.constantFrom(...GROUPINGS),
    code: some(UNRESOLVED_CODES),
    participant: some(["FR", "NATO"]),
    priority: some([1, 3] as const),
    owner: some(["officer@register.example", "none"]),
    not: fc.constantFrom<NonNullable<UnresolvedView["not"]>[]>(
      {},
      { participant: ["NATO", "FR"] },
      { participant: ["FR"], owner: ["none", "me"] },
    ),
  });
  fc.assert(
    fc.property(view, (part) => {
      const whole = { ...WHOLE_UNRESOLVED, ...part };
      const params = paramsOf(unresolvedHref(whole));
      params.delete("open");
      const read = parseUnresolvedFilter(params);
      const not = Object.keys(part.not).length === 0 ? null : part.not;
      expect(read.ok && read.value).toMatchObject({ ...part, not });
    }),
  );
});

test("the rows behind a count are those of the group alone, by reason", () => {
  expect(behind({ ...WHOLE_UNRESOLVED, group: "participant", priority: [3] }, "FR")).toMatchObject({
    group: "code",
    participant: ["FR"],
    priority: [3],
  });
  expect(behind(WHOLE_UNRESOLVED, "STALE")).toMatchObject({ code: ["STALE"], open: "STALE" });
  expect(isWhole(behind(WHOLE_UNRESOLVED, "STALE"))).toBe(false);
});

test("sorting by the same column again reverses the order", () => {
  const first = parsePledgeFilter(new URLSearchParams());
  if (!first.ok) throw new Error("refused");
  const { after: _after, limit: _limit, ...view } = first.value;
  for (const sort of PLEDGE_SORTS) {
    const once: PledgesView = pledgesSortedBy(
      { ...view, sort: sort === "reference" ? "dueOn" : "reference" },
      sort,
    );
    const twice = pledgesSortedBy(once, sort);
    expect([once.sort, twice.sort, twice.turned]).toEqual([sort, sort, !once.turned]);
    expect(parsePledgeFilter(paramsOf(pledgesHref(once))).ok).toBe(true);
  }
});

test("chosen columns and row heights are in the address, in the reader's order, and the usual ones are not", () => {
  const whole = parsePledgeFilter(new URLSearchParams("priority=3"));
  if (!whole.ok) throw new Error("refused");
  const { after: _after, limit: _limit, ...view } = whole.value;
  const layout = layoutIn({ columns: ["stage,who", "nothing", "who"], rows: "dense" });
  expect(layout).toEqual({ columns: ["stage", "who"], rows: "dense" });
  expect(pledgesHref({ ...view, layout })).toBe("/pledges?priority=3&columns=stage,who&rows=dense");
  expect(pledgesHref({ ...view, layout: layoutIn({ columns: USUAL_COLUMNS.join(), rows: "tall" }) })).toBe(
    "/pledges?priority=3",
  );
  expect(layoutIn({ columns: "constructor,__proto__" }).columns).toEqual(USUAL_COLUMNS);
  expect(pledgesSortedBy({ ...view, layout }, "dueOn").layout).toBe(layout);
  // The CSV keeps its columns.
  expect(pledgesCsvHref({ ...view, layout })).toBe("/api/v1/pledges.csv?priority=3");
});
