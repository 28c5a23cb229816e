// The panel of a cell says what its cell says, also of a pledge whose items are counted in another participant's.
import { renderToStaticMarkup } from "react-dom/server";
import { afterAll, beforeAll, expect, test } from "vitest";
import { loadCell } from "@/app/(register)/coverage/cell";
import { Panel } from "@/components/unresolved/coverage/panel";
import type { CoverageCell } from "@/lib/domain/unresolved/matrix";
import { openTestApi, type TestApi } from "../../support/api";
import { pledgeBody } from "../../support/bodies";
import { manager, NOW, TODAY } from "../../support/cast";

let api: TestApi;
beforeAll(async () => {
  api = await openTestApi();
});
afterAll(() => api.close());

async function matrixCell(participant: string): Promise<CoverageCell> {
  const { cells } = (await api.call("manager", "GET", "/coverage")).body as { cells: CoverageCell[] };
  const found = cells.find((cell) => cell.participant === participant && cell.priority === 3);
  if (!found) throw new Error(`no cell of ${participant}`);
  return found;
}

async function panelOf(participant: string): Promise<string> {
  const cell = await loadCell(manager, { participant, priority: 3 }, NOW, manager);
  if (!cell.ok) throw new Error(cell.refusal.code);
  return renderToStaticMarkup(Panel({ cell: cell.value, close: "/coverage", today: TODAY }));
}

const listed = (markup: string): number => markup.match(/<li /g)?.length ?? 0;

test("a joint pledge is in both cells, and its items in its first participant's alone", async () => {
  const before = await matrixCell("GB");
  const listedBefore = listed(await panelOf("GB"));
  const body = { ...pledgeBody, priority: 3, jointWith: ["GB"], nextAction: null, authorisedBy: null };
  const logged = await api.call("manager", "POST", "/pledges", { body });
  expect(logged.status, JSON.stringify(logged.body)).toBe(201);

  for (const participant of ["GB", "FR"]) {
    const { pledges, unresolved } = await matrixCell(participant);
    expect(await panelOf(participant)).toContain(`${pledges} pledges, ${unresolved} unresolved items.`);
  }
  expect((await matrixCell("GB")).unresolved).toBe(before.unresolved);
  const panel = await panelOf("GB");
  expect(panel).toContain(String(logged.body.reference));
  expect(panel).toMatch(/\d unresolved items are counted under France\./);
  expect(listed(panel)).toBe(listedBefore);
});
