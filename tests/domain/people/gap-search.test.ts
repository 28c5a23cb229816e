import fc from "fast-check";
import { expect, test } from "vitest";
import { PRIORITIES } from "@/lib/domain/base/priority";
import { participantRecord } from "@/lib/domain/history/record";
import { recordFromLog } from "@/lib/domain/history/record-from-log";
import { searchFor, withSearch } from "@/lib/domain/people/gap-search";
import { unresolvedCell } from "@/lib/domain/unresolved/unresolved";
import { anyDay } from "../../support/any/arbitrary";
import { france, KYIV, TODAY } from "../../support/cast";

const anySearch = fc.record({
  priority: fc.constantFrom(...PRIORITIES),
  until: anyDay.filter((day) => day <= TODAY),
  where: fc.string({ minLength: 1 }),
  by: fc.string({ minLength: 1 }),
});

test("law: whatever is searched, a cell shows the latest day, stays missing and keeps its age", () => {
  const context = { firstBaselineOn: null, timeZone: KYIV };
  fc.assert(
    fc.property(fc.array(anySearch, { maxLength: 12 }), (searches) => {
      const after = searches.reduce((participant, search) => {
        const done = withSearch(participant, search, TODAY);
        return done.ok ? done.value : participant;
      }, france);
      for (const priority of PRIORITIES) {
        const days = searches.filter((one) => one.priority === priority).map(({ until }) => until);
        expect(searchFor(after, priority)?.until).toBe(days.sort().at(-1));
        const [item] = unresolvedCell(after, priority, [], context);
        expect([item?.code, item?.since]).toEqual([
          "NO_PLEDGE",
          unresolvedCell(france, priority, [], context)[0]?.since,
        ]);
      }
      expect(recordFromLog("participant", participantRecord(after), new Map())).toEqual(after);
    }),
  );
});

test("a participant without searches is recorded without them", () =>
  expect(Object.keys(participantRecord(france) as object)).not.toContain("searches"));
