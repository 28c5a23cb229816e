import { expect, test } from "vitest";
import { DRAFTS_ON_PAGE, pageOfDrafts, type PledgeDraft } from "@/lib/domain/passages/pledge-draft";

const draft = (id: number, state: PledgeDraft["state"] = "OPEN") =>
  ({ id: String(id), state }) as PledgeDraft;
const drafts = Array.from({ length: 2 * DRAFTS_ON_PAGE + 1 }, (_, id) => draft(id));
const idsOf = (all: readonly PledgeDraft[]) => all.map(({ id }) => Number(id));

test("the first page has a hundred drafts, and leads to the next", () => {
  const { shown, before, next } = pageOfDrafts(drafts, null);
  expect(idsOf(shown)).toEqual(Array.from({ length: DRAFTS_ON_PAGE }, (_, id) => id));
  expect([before, next?.id]).toEqual([0, String(DRAFTS_ON_PAGE)]);
});

test("a requested draft is on its page, also the last", () => {
  expect(pageOfDrafts(drafts, "150")).toMatchObject({ before: DRAFTS_ON_PAGE, next: { id: "200" } });
  const last = pageOfDrafts(drafts, "200");
  expect(idsOf(last.shown)).toEqual([200]);
  expect(last.next).toBeNull();
});

test("without one, the page begins where drafts are open", () => {
  const settled = drafts.map(({ id }) => draft(Number(id), Number(id) < 120 ? "ACCEPTED" : "OPEN"));
  expect(pageOfDrafts(settled, null).before).toBe(DRAFTS_ON_PAGE);
  expect(pageOfDrafts(settled, "3").before).toBe(0);
  expect(pageOfDrafts(settled, "not one of them").before).toBe(DRAFTS_ON_PAGE);
});

test("if all are settled, or there is none, it is the first", () => {
  expect(pageOfDrafts([draft(1, "ASIDE")], null)).toMatchObject({ before: 0, next: null });
  expect(pageOfDrafts([], null)).toEqual({ shown: [], before: 0, next: null });
});
