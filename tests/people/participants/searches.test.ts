// A search that found nothing: recorded by the desk, shown where the position is missing, and not a pledge.
import { afterAll, beforeAll, expect, test } from "vitest";
import { checkRegister } from "@/lib/db/derived/check";
import { verifyRegister } from "@/lib/db/verify/verify";
import { dayOf } from "@/lib/domain/base/day";
import { itemWords } from "@/lib/i18n/words/words";
import { recordSearch } from "@/lib/people/participants/record-search";
import { loadParticipant } from "@/lib/people/participants/queries";
import { searchInput } from "@/lib/people/participants/schema";
import { logPledge } from "@/lib/pledges/pledges/commands";
import { parseUnresolvedFilter } from "@/lib/unresolved/unresolved/asked";
import { loadUnresolvedItems } from "@/lib/unresolved/unresolved/queries";
import {
  aSentPledge,
  LATER,
  refusalOf,
  staffedRegister,
  value,
  type StaffedRegister,
} from "@/tests/support/registers/staffed-register";

let register: StaffedRegister;
beforeAll(async () => void (register = await staffedRegister()));
afterAll(() => register.close());

const NOW = new Date().toISOString();
const looked = (until: string, change: object = {}, by = register.officer) =>
  recordSearch(by, {
    code: "FR",
    ...searchInput.parse({ priority: 4, until, where: "The ministry's site", ...change }),
  });
const cell = async (priority = 4) =>
  value(await loadParticipant(register.auditor, "FR", NOW)).cells.find((one) => one.priority === priority);
const missing = async (priority = "4") => {
  const asked = new URLSearchParams({ code: "NO_PLEDGE", participant: "FR", priority });
  const filter = value(parseUnresolvedFilter(asked));
  return value(await loadUnresolvedItems(register.auditor, filter, NOW)).items[0] ?? null;
};

test("a searched cell stays without a pledge and keeps its age; its item mentions the search", async () => {
  const before = await missing();
  expect(value(await looked("2026-02-12"))).toEqual({
    participant: "FR",
    priority: 4,
    until: "2026-02-12",
    where: "The ministry's site",
    by: register.officer.name,
  });
  const after = await missing();
  expect([after?.code, after?.since]).toEqual(["NO_PLEDGE", before?.since]);
  expect(after && itemWords(after).what).toContain("searched until 12 February 2026: The ministry's site");
  expect(await cell()).toMatchObject({ position: "NONE", searched: { until: "2026-02-12" } });
  expect((await cell(5))?.searched).toBeUndefined();
  expect((await checkRegister()).differing).toEqual([]);
});

test("a search is refused for a cell that has another participant's joint pledge", async () => {
  const joint = aSentPledge({ participant: "DE", priority: 1, jointWith: ["FR"] });
  value(await logPledge(register.manager, joint, LATER));
  expect(refusalOf(await looked("2026-02-12", { priority: 1 }))).toBe("no-such-step");
});

test("a later search replaces one, an earlier one is refused, and the history has each once", async () => {
  value(await looked("2026-02-20", { where: "Parliament" }, register.manager));
  expect((await cell())?.searched).toEqual({
    until: "2026-02-20",
    where: "Parliament",
    by: register.manager.name,
  });
  expect(refusalOf(await looked("2026-02-12"))).toBe("invalid, until searched-later");
  const tomorrow = dayOf(new Date(Date.now() + 3 * 86_400_000).toISOString(), "Europe/Kyiv");
  expect(refusalOf(await looked(tomorrow))).toBe("invalid, until in-future");
  const events = await register.eventsOf("FR");
  expect(events.slice(-2).map(({ action, actor }) => [action, actor])).toEqual([
    ["participant.searched", register.officer.name],
    ["participant.searched", register.manager.name],
  ]);
  value(await looked("2026-02-20", { where: "Parliament" }, register.manager));
  expect(await register.eventsOf("FR")).toHaveLength(events.length);
});

test("a search is recorded only by the desk or a manager, and only where a position is missing", async () => {
  for (const who of [register.auditor, register.admin])
    expect(refusalOf(await looked("2026-02-20", {}, who))).toBe("role");
  const elsewhere = { code: "SE", ...searchInput.parse({ priority: 4, until: "2026-02-20", where: "Here" }) };
  expect(refusalOf(await recordSearch(register.officer, elsewhere))).toBe("another-desk");
  value(await logPledge(register.officer, aSentPledge({ priority: 4 }), LATER));
  expect((await cell())?.searched).toBeUndefined();
  expect(refusalOf(await looked("2026-02-21"))).toBe("no-such-step");
  expect(await verifyRegister()).toMatchObject({ intact: true });
});
