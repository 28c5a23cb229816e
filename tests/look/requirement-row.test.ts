import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { RequirementRow } from "@/components/requirements/requirement-row";
import { requirementCoverage } from "@/lib/domain/requirements/requirement-coverage";
import { aRequirement, offered } from "@/tests/domain/requirements/offered";

test.each([
  { offers: 8, folded: true },
  { offers: 9, folded: false },
])("the details of $offers offers are in the row: $folded", ({ offers, folded }) => {
  const requirement = aRequirement();
  const all = Array.from({ length: offers }, (_, n) =>
    offered({ offer: { id: `00000000-0000-4000-8000-00000000000${n}` }, pledge: { stage: "SIGNALLED" } }),
  );
  const sheet = { version: 1, requirement, coverage: requirementCoverage(requirement, all), unresolved: [] };
  const html = renderToStaticMarkup(
    createElement(RequirementRow, { details: sheet, names: { FR: "France" } }),
  );
  expect(html).toContain(`${offers} offers in detail`);
  expect(html.includes("<details")).toBe(folded);
  expect(html.includes('href="/requirements/LAND-1#offers">9 offers')).toBe(!folded);
  expect(html.includes("FR-3-001")).toBe(folded);
});
