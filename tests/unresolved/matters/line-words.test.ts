import { createElement, Fragment } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { matterLine } from "@/components/unresolved/matters/line-words";
import { requirementCoverage } from "@/lib/domain/requirements/requirement-coverage";
import { aRequirement, offered } from "@/tests/domain/requirements/offered";

const withdrawn = { at: "2026-01-10T09:00:00.000Z", reason: "It was a mistake." };
const signalled = offered({ pledge: { stage: "SIGNALLED" } });

test.each([
  { made: [], said: "There is no offer for it.", action: "Find an offer" },
  { made: [offered({ offer: { withdrawn } })], said: "There is no offer for it.", action: "Find an offer" },
  { made: [signalled], said: "There is 1 offer for it, but it doesn’t count.", action: "See the offers" },
  {
    made: [signalled, signalled],
    said: "There are 2 offers for it, but none counts.",
    action: "See the offers",
  },
  {
    made: [signalled, offered({ pledge: { stage: "PLEDGED" } })],
    said: "No single number, approval or allocation would make an offer firm.",
    action: "See the offers",
  },
])("a need with $made.length offers: $said", ({ made, said, action }) => {
  const requirement = aRequirement();
  const coverage = requirementCoverage(requirement, made);
  const line = matterLine(
    { kind: "lacks", version: 1, requirement, coverage, unresolved: [], steps: [] },
    { names: { FR: "France" }, today: "2026-02-01", mayAct: true },
  );
  expect(renderToStaticMarkup(createElement(Fragment, null, line.why))).toContain(said);
  expect(line.action.label).toBe(action);
});
