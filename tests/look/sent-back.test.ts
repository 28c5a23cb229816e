import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { SentBack } from "@/components/pledges/stage-form/open-proposal";
import type { KnownProposal } from "@/lib/domain/proposals/proposal";
import type { ProposedStageChange } from "@/lib/domain/proposals/proposed-change";

const shown = (changes: ProposedStageChange["changes"]): string =>
  renderToStaticMarkup(
    createElement(SentBack, {
      proposal: {
        wish: { do: "stage", to: "COMMITTED", successor: null, changes, evidence: [], cites: [] },
        decidedBy: "Manager",
        decidedAt: "2026-02-25T10:00:00.000Z",
        note: "Which paragraph says so?",
      } as unknown as KnownProposal,
    }),
  );

test("a step that is resubmitted names the changes proposed with it", () => {
  expect(shown({ windowStart: "2026-03-01", dueOn: null })).toContain(
    "These changes are proposed again with the step: Window from, Due on.",
  );
  expect(shown({})).not.toContain("These changes are proposed again");
});
