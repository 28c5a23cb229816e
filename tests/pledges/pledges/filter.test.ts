import { expect, test } from "vitest";
import { cursorOf } from "@/lib/domain/base/cursor";
import { LARGEST_LIMIT, PAGE_LIMIT } from "@/lib/domain/base/listing";
import { pageParameters } from "@/lib/schema/parameters";
import { parsePledgeFilter } from "@/lib/pledges/pledges/asked";
import { pledgeParameters } from "@/lib/pledges/pledges/filter";
import { sourceQuery } from "@/lib/pledges/sources/filter";
import { approvalQuery } from "@/lib/pledges/approvals/filter";
import { parseUnresolvedFilter } from "@/lib/unresolved/unresolved/asked";

test("an empty filter means everything but voided pledges, by reference, one page at a time", () => {
  expect(asked("")).toMatchObject({
    participant: [],
    sort: "reference",
    turned: false,
    limit: PAGE_LIMIT,
    voided: "without",
    q: null,
  });
});

test("values are separated by commas and keep their type", () => {
  expect(
    asked("participant=FR,GB&priority=1,3&owner=none,Desk@register.example&sort=-dueOn&limit=200"),
  ).toMatchObject({
    participant: ["FR", "GB"],
    priority: [1, 3],
    owner: ["none", "desk@register.example"],
    sort: "dueOn",
    turned: true,
    limit: LARGEST_LIMIT,
  });
});

test.each([
  ["asOf=2026-01-01", "asOf", "unknown-key"],
  ["__proto__=x", "__proto__", "unknown-key"],
  ["constructor=x", "constructor", "unknown-key"],
  ["participant=FR&participant=GB", "participant", "repeated"],
  ["participant=fr", "participant", "not-a-code"],
  ["participant=FR,", "participant", "not-a-code"],
  ["priority=6", "priority", "not-one-of"],
  ["priority=3.0", "priority", "not-one-of"],
  ["stage=pledged", "stage", "not-one-of"],
  ["stage=", "stage", "not-one-of"],
  ["class=GAP,OTHER", "class", "not-one-of"],
  ["code=toString", "code", "not-one-of"],
  ["owner=somebody", "owner", "not-an-address"],
  ["owner=a%00@b", "owner", "not-an-address"],
  ["sort=title", "sort", "not-one-of"],
  ["sort=--dueOn", "sort", "not-one-of"],
  ["limit=0", "limit", "malformed"],
  ["limit=-1", "limit", "malformed"],
  ["limit=1e2", "limit", "malformed"],
  ["limit=201", "limit", "too-much"],
  ["q=%00", "q", "unprintable"],
  [`q=${"x".repeat(101)}`, "q", "too-long"],
  [`participant=${"FR,".repeat(2_000)}`, "participant", "too-long"],
  ["cursor=nonsense", "cursor", "bad-cursor"],
  [`cursor=${cursorOf("-dueOn", ["2026-01-06", "FR", "3", "1"])}`, "cursor", "bad-cursor"],
  [`cursor=${cursorOf("reference", ["FR", "3"])}`, "cursor", "bad-cursor"],
  [`cursor=${cursorOf("reference", ["FR", "3", "1; DROP TABLE pledge"])}`, "cursor", "bad-cursor"],
  [`sort=dueOn&cursor=${cursorOf("dueOn", ["2026-02-30", "FR", "3", "1"])}`, "cursor", "bad-cursor"],
  [
    `sort=updatedAt&cursor=${cursorOf("updatedAt", ["9".repeat(18), "FR", "3", "1"])}`,
    "cursor",
    "bad-cursor",
  ],
])("%s is refused at %s: %s", (query, path, code) => {
  const parsed = parsePledgeFilter(new URLSearchParams(query));
  expect(parsed.ok ? null : parsed.refusal).toMatchObject({ code: "invalid", errors: [{ path, code }] });
});

test("every wrong parameter is named", () => {
  const parsed = parsePledgeFilter(new URLSearchParams("stage=x&limit=x&other=x"));
  expect(parsed.ok ? [] : parsed.refusal.errors?.map(({ path }) => path).sort()).toEqual([
    "limit",
    "other",
    "stage",
  ]);
});

test("the other lists are as strict", () => {
  for (const parse of [parseUnresolvedFilter, sourceQuery.parse, approvalQuery.parse]) {
    expect(parse(new URLSearchParams("asOf=2026-01-01")).ok).toBe(false);
    expect(parse(new URLSearchParams("cursor=nonsense")).ok).toBe(false);
    expect(parse(new URLSearchParams("limit=20")).ok).toBe(true);
  }
  expect(parseUnresolvedFilter(new URLSearchParams("since=2026-02-30")).ok).toBe(false);
  expect(parseUnresolvedFilter(new URLSearchParams("group=stage")).ok).toBe(false);
});

test("a page's own parameters and empty boxes are left out, and ticked boxes are a list", () => {
  const search = { stage: ["PLEDGED", "COMMITTED"], q: "", participant: "FR", cell: "FR-3", owner: ["", ""] };
  expect(pageParameters(pledgeParameters, search).toString()).toBe(
    "participant=FR&stage=PLEDGED%2CCOMMITTED",
  );
});

function asked(query: string) {
  const parsed = parsePledgeFilter(new URLSearchParams(query));
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.refusal));
  return parsed.value;
}
