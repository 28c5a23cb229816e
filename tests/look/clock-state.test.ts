import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { ClockState } from "@/components/trust/checkpoints/clock-state";
import { LANGUAGES } from "@/lib/domain/base/language";
import { clockFaults, type Clocks } from "@/lib/domain/log/log-clock";
import type { ClockStatus } from "@/lib/domain/log/log-status";
import { withLanguage } from "@/lib/i18n/reader";

const WELL: Clocks = { databaseAheadMs: 0, movedMs: 0, aheadFrom: null };

function said(given: Partial<Clocks>, ahead: ClockStatus["ahead"] = []): string {
  const clocks = { ...WELL, ...given };
  const clock = { ...clocks, faults: clockFaults(clocks), ahead };
  return renderToStaticMarkup(createElement(ClockState, { clock }));
}

test("nothing is shown if the clocks agree", () => {
  expect(said({})).toBe("");
});

test("a clock that differs is named, with the difference", () => {
  expect(said({ databaseAheadMs: 86_400_000 })).toContain(
    "The database’s clock is ahead of this server’s clock. Difference: 1 day.",
  );
  expect(said({ databaseAheadMs: -3_599_400 })).toContain(
    "is behind this server’s clock. Difference: 60 minutes.",
  );
  expect(said({ movedMs: 40_000 })).toContain(
    "was moved forward while the register was running. Difference: 40 seconds.",
  );
  expect(said({ movedMs: -7_200_000 })).toContain(
    "was moved back while the register was running. Difference: 2 hours.",
  );
});

test("entries that are ahead of the time, and entries that once were, are named", () => {
  expect(said({ aheadFrom: 1_204 })).toContain("from entry 1,204 on");
  expect(said({}, [{ first: 7, last: 9, overtakenBy: 10, aheadMs: 86_370_000 }])).toContain(
    "Entries 7 to 9 have a later time than entry 10, which was recorded after. The clock was ahead by up to 24 hours.",
  );
  expect(said({}, [{ first: 7, last: 7, overtakenBy: 8, aheadMs: 3_600_000 }])).toContain(
    "Entry 7 has a later time",
  );
});

test.each(LANGUAGES)("everything can be shown in %s", (language) => {
  const all = { databaseAheadMs: 90_000, movedMs: -90_000, aheadFrom: 3 };
  const html = withLanguage(language, () =>
    said(all, [{ first: 3, last: 4, overtakenBy: 5, aheadMs: 90_000 }]),
  );
  expect(html.match(/<p/g)).toHaveLength(4);
  expect(html).not.toMatch(/clock\.[a-z]|\{|\}/);
});
