// What the sentence at the top of a scenario's result counts where not all pledges are listed.
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { ScenarioResultView } from "@/components/conditions/scenarios/result";
import type { ScenarioResult } from "@/lib/domain/history/scenarios/scenario";

const NONE = { count: 0, first: [] };

function sentence(count: number, listed: number, held: number): string {
  const result: ScenarioResult = {
    coverage: [],
    conditioned: count,
    waiting: { base: 0, supposed: 0 },
    started: NONE,
    stopped: NONE,
    obstacles: {
      count,
      first: Array.from({ length: listed }, (_, place) => ({
        reference: `FR-3-${String(place + 1).padStart(3, "0")}`,
        participant: "FR",
        title: "A battalion",
        appeared: place < held ? ["DEADLOCK" as const] : [],
        gone: place < held ? [] : ["DEADLOCK" as const],
      })),
    },
    next: { base: null, supposed: null },
  };
  const named = { facts: { triggers: [], approvals: [], pledges: [] }, inferred: {} };
  const markup = renderToStaticMarkup(
    ScenarioResultView({
      result,
      named: named as unknown as Parameters<typeof ScenarioResultView>[0]["named"],
      names: {},
      title: "What follows",
      priority: null,
      href: () => "",
    }),
  );
  return /<p class="headline">(.*?)<\/p>/.exec(markup)?.[1]?.replaceAll(/<[^>]*>/g, "") ?? "";
}

test("new obstacles are counted, and where more pledges change than are listed, among how many", () => {
  expect(sentence(3, 3, 2)).toContain("2 pledges would face new obstacles.");
  expect(sentence(3, 3, 0)).not.toContain("obstacle");
  expect(sentence(150, 100, 2)).toContain(
    "Of the first 100 pledges whose obstacles would change, 2 would face new ones.",
  );
  expect(sentence(150, 100, 0)).toContain(
    "Of the first 100 pledges whose obstacles would change, none would face a new one.",
  );
});
