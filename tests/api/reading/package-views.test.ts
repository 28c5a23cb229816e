// A package of the unresolved items contains those that its page counts.
import { afterAll, beforeAll, expect, test } from "vitest";
import { openTestApi, type TestApi } from "../../support/api";

let api: TestApi;
beforeAll(async () => {
  api = await openTestApi();
});
afterAll(() => api.close());

const MOMENT = "2026-02-01T12:00:00Z";

test.each(["", "priority=3", "code=STALE,TRIGGER_WAITING", "class=DORMANT", "since=2026-01-07"])(
  "“%s”",
  async (filter) => {
    const { body: page } = await api.call("auditor", "GET", `/unresolved?limit=1&asOf=${MOMENT}&${filter}`);
    const { body: held } = await api.call(
      "auditor",
      "GET",
      `/exports/preview?what=UNRESOLVED&asOf=${MOMENT}&filter=${encodeURIComponent(filter)}`,
    );
    const groups = page.groups as { count: number }[];
    const shown = groups.reduce((sum, { count }) => sum + count, 0);
    expect(shown).toBeGreaterThan(0);
    expect(held.unresolved).toBe(shown);
  },
);

test("a package of the register says how many items are dormant and how many pledges voided", async () => {
  const { body: list } = await api.call("auditor", "GET", "/pledges?limit=1");
  const [first] = list.items as { reference: string; version: number }[];
  const sent = { body: { reason: "Twice." }, version: first?.version ?? 0 };
  const answer = await api.call("manager", "POST", `/pledges/${first?.reference ?? ""}/void`, sent);
  expect(answer.status).toBe(200);

  const { body: page } = await api.call("auditor", "GET", "/unresolved?limit=1");
  const { body: voided } = await api.call("auditor", "GET", "/pledges?voided=only&limit=1");
  const { body: held } = await api.call("auditor", "GET", "/exports/preview?what=REGISTER");
  expect(held).toMatchObject({ dormant: page.dormant, voided: voided.total });
  expect(Number(held.unresolved) - Number(held.dormant)).toBe(page.counted);
  expect(held.dormant).toBeGreaterThan(0);
  expect(held.voided).toBeGreaterThan(0);
});
