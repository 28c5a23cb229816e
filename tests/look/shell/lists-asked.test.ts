import { expect, test } from "vitest";
import { parseKeystoneFilter } from "@/lib/conditions/keystones/filter";
import { cursorOf } from "@/lib/domain/base/cursor";
import { logQuery } from "@/lib/history/audit/filter";
import { parseRows } from "@/lib/imports/schema";
import { noticeQuery } from "@/lib/inbox/inbox/filter";
import { accessQuery } from "@/lib/oversight/access/filter";
import { lagQuery } from "@/lib/oversight/entry-lag/filter";
import { findingQuery } from "@/lib/oversight/findings/filter";
import { questionQuery } from "@/lib/oversight/questions/filter";
import { peopleQuery } from "@/lib/people/people/filter";
import { approvalQuery } from "@/lib/pledges/approvals/filter";
import { parsePledgeFilter } from "@/lib/pledges/pledges/asked";
import { sourceQuery } from "@/lib/pledges/sources/filter";
import { proposalQuery } from "@/lib/review/proposals/filter";
import { rulingQuery } from "@/lib/review/rulings/filter";
import { parseUnresolvedFilter } from "@/lib/unresolved/unresolved/asked";

const LISTS = {
  keystones: parseKeystoneFilter,
  log: logQuery.parse,
  rows: parseRows,
  notices: noticeQuery.parse,
  accesses: accessQuery.parse,
  "entry lag": lagQuery.parse,
  findings: findingQuery.parse,
  questions: questionQuery.parse,
  people: peopleQuery.parse,
  approvals: approvalQuery.parse,
  pledges: parsePledgeFilter,
  sources: sourceQuery.parse,
  proposals: proposalQuery.parse,
  rulings: rulingQuery.parse,
  unresolved: parseUnresolvedFilter,
};

test.each(Object.entries(LISTS))(
  "%s can be asked for without parameters, and refuse another list's cursor",
  (_, parse) => {
    expect(parse(new URLSearchParams())).toMatchObject({ ok: true });
    for (const cursor of ["x", cursorOf("another", ["1"]), cursorOf("another", ["FR", "1"])])
      expect(parse(new URLSearchParams({ cursor }))).toMatchObject({
        ok: false,
        refusal: { code: "invalid", errors: [{ path: "cursor", code: "bad-cursor" }] },
      });
  },
);

test.each([accessQuery.parse, lagQuery.parse])("a last day before the first one is refused", (parse) => {
  const days = (from: string, to: string) => parse(new URLSearchParams({ from, to }));
  expect(days("2026-01-06", "2026-01-06").ok).toBe(true);
  expect(days("2026-01-07", "2026-01-06")).toMatchObject({
    refusal: { errors: [{ path: "to", code: "order" }] },
  });
});

test("a leading - reverses an order, and a cursor is valid only for the order it comes from", () => {
  const asked = (sort: string, cursor?: string) =>
    parsePledgeFilter(new URLSearchParams({ sort, ...(cursor === undefined ? {} : { cursor }) }));
  expect(asked("-reference")).toMatchObject({ value: { sort: "reference", turned: true, after: null } });
  const cursor = cursorOf("-reference", ["FR", "3", "1"]);
  expect(asked("-reference", cursor)).toMatchObject({ value: { after: ["FR", "3", "1"] } });
  expect(asked("reference", cursor).ok).toBe(false);
});
