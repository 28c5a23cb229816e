import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { ChangesSince } from "@/components/unresolved/briefing/changes";
import type { Briefing } from "@/components/unresolved/briefing/view";

type Changes = NonNullable<Briefing["changes"]>;

const item = (reference: string | null): Changes["new"][number] => ({
  code: "STALE",
  class: "QUALITY",
  since: "2026-01-07",
  params: { causes: [] },
  participant: "DE",
  priority: 3,
  reference,
  title: reference === null ? null : "A brigade",
  stage: reference === null ? null : "PLEDGED",
  handling: null,
  owner: null,
  nextAction: null,
  nextActionDueOn: null,
});
const logged = (n: number): Changes["logged"][number] => ({
  reference: `DE-3-00${n}`,
  participant: "DE",
  priority: 3,
  title: "A brigade",
  handling: "PUBLIC",
  from: null,
  to: "PLEDGED",
  changes: [],
});

const shown = (fresh: Changes["new"], pledges: Changes["logged"]): string => {
  const counts = { new: fresh.length, resolved: 0, open: 0, logged: pledges.length, moved: 0, declined: 0 };
  const baseline = { name: "First", asOf: "2026-01-08T09:00:00.000Z" } as Changes["baseline"];
  const changes = { baseline, counts, new: fresh, resolved: [], logged: pledges, moved: [], declined: [] };
  const briefing = { changes, cited: {}, participant: "DE" } as unknown as Briefing;
  return renderToStaticMarkup(createElement(ChangesSince, { briefing, names: { DE: "Germany" } }));
};

test("what has no line in the table is counted below it, with links to all", () => {
  const two = item("DE-3-001");
  const html = shown([two, two, item("DE-3-002"), item(null)], [1, 2, 3, 4, 5].map(logged));
  expect(html).toMatch(/href="\/changes\?[^"]*participant=DE[^"]*show=new[^"]*">2 more items<\/a> are newly/);
  expect(html).toMatch(/href="\/changes\?[^"]*participant=DE[^"]*">1 more pledge<\/a> was logged/);
});

test("a table with all of them, or with none of the items, needs no such line", () => {
  expect(shown([item(null)], [logged(1)])).not.toContain(" more ");
  expect(shown([item("DE-3-001")], [logged(1)])).not.toContain(" more ");
});
