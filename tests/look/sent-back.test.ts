import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { SentBack } from "@/components/pledges/stage-form/open-proposal";
import type { KnownProposal } from "@/lib/domain/proposals/proposal";
import type { ProposedStageChange } from "@/lib/domain/proposals/proposed-change";

const shown = (changes: ProposedStageChange["changes"]): string =>
  renderToStaticMarkup(
    createElement(SentBack, {
      timeZone: "Europe/Kyiv",
      proposal: {
        wish: { do: "stage", to: "COMMITTED", successor: null, changes, evidence: [], cites: [] },
        decidedBy: "Manager",
        decidedAt: "2026-02-25T10:00:00.000Z",
        note: "Which paragraph says so?",
      } as unknown as KnownProposal,
    }),
  );

test("a step that is mended names the changes that are sent again with it", () => {
  expect(shown({ windowStart: "2026-03-01", dueOn: null })).toContain(
    "With the step go, as they were wished for: Window from, Due on.",
  );
  expect(shown({})).not.toContain("With the step go");
});
