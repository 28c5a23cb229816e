// Evidence on the page of a trigger says what it supports, also from before the events that are listed.
import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { TriggerEvidenceList } from "@/components/conditions/triggers/trigger-evidence";
import type { GivenFor, TriggerDetails } from "@/lib/domain/details/trigger-details";

function shown(supports: boolean, given?: GivenFor): string {
  const piece = {
    id: "letter",
    source: "newspaper",
    kind: "MEDIA_REPORT",
    reliability: "B",
    credibility: 2,
    quote: null,
    supports,
    recordedAt: "2026-01-06T08:00:00.000Z",
  };
  const trigger = { evidence: [piece], documents: new Map(), givenFor: given ? { letter: given } : {} };
  return renderToStaticMarkup(
    createElement(TriggerEvidenceList, { trigger: trigger as unknown as TriggerDetails }),
  );
}

test("a piece says which state it supports or contradicts, where that is known", () => {
  expect(shown(true, { state: "MET", isEarlier: false })).toMatch(/text-done-ink.*supports “Met”/);
  expect(shown(false, { state: "MET", isEarlier: true })).toContain("contradicted the earlier state “Met”");
  expect(shown(true)).toMatch(/text-neutral.*>supports</);
  expect(shown(false)).toMatch(/text-neutral.*>contradicts</);
});
