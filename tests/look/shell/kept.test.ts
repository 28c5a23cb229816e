import { expect, test } from "vitest";
import { atMoment } from "@/components/ui/address/as-of-href";

const MOMENT = "2026-01-07T18:00Z";

test.each([
  ["/pledges", `/pledges?asOf=${MOMENT}`],
  ["/pledges?priority=3", `/pledges?priority=3&asOf=${MOMENT}`],
  ["/conditions#keystones", `/conditions?asOf=${MOMENT}#keystones`],
  ["/unresolved?open=X#g-X", `/unresolved?open=X&asOf=${MOMENT}#g-X`],
  ["/pledges?asOf=2026-01-06T12:00Z", "/pledges?asOf=2026-01-06T12:00Z"],
  ["#unresolved", "#unresolved"],
  ["https://example.org/x", "https://example.org/x"],
  ["//example.org/x", "//example.org/x"],
])("%s leads to %s at a moment of the past", (href, there) => {
  expect(atMoment(href, MOMENT)).toBe(there);
  expect(atMoment(there, MOMENT)).toBe(there);
  expect(atMoment(href, null)).toBe(href);
});
