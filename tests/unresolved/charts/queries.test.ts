// The lines end at the register's present state, and their past is what the log says.
import { afterAll, beforeAll, expect, test } from "vitest";
import {
  loadAges,
  loadAgesCsv,
  loadOverTimeCsv,
  loadStageCounts,
  loadStagePanels,
  loadStagePanelsCsv,
} from "@/lib/unresolved/charts/queries";
import { loadCoverage } from "@/lib/unresolved/coverage/queries";
import type { TableView } from "@/lib/domain/exchange/table-view";
import type { Actor } from "@/lib/domain/people/actor";
import { disconnect, pool } from "@/lib/db/client";
import { findStageMovesUpTo } from "@/lib/db/queries/pledges/stage-moves";
import { stageCountsOver } from "@/lib/domain/details/stage-counts";
import { voidPledge } from "@/lib/pledges/pledges/commands";
import { PRIORITIES } from "@/lib/domain/base/priority";
import { OPEN_STAGES, STAGES } from "@/lib/domain/pledge/stages";
import { admin, auditor, manager } from "../../support/cast";
import { openDemonstration } from "../../support/registers/demonstration";
import { refusalOf, value } from "../../support/registers/staffed-register";

const NOW = "2026-02-25T08:40:00.000Z";

let drop: () => Promise<void>;
beforeAll(async () => {
  const database = await openDemonstration();
  drop = async () => {
    await disconnect();
    await database.drop();
  };
});
afterAll(() => drop());

test("the last point of each line is how many pledges have that stage", async () => {
  const standing = value(await loadStageCounts(auditor, NOW));
  const { rows } = await pool().query<{ stage: string; count: number }>(
    "SELECT stage, count(*)::int AS count FROM pledge WHERE voided_at IS NULL GROUP BY stage",
  );
  const now = new Map(rows.map(({ stage, count }) => [stage, count]));
  for (const stage of STAGES) expect(standing?.byDay[stage].at(-1), stage).toBe(now.get(stage) ?? 0);
  expect(standing?.days.at(-1)).toBe("2026-02-25");
});

test("each row of the table is what the latest events by that day say", async () => {
  const standing = value(await loadStageCounts(manager, NOW));
  for (const [i, day] of (standing?.months ?? []).entries()) {
    const { rows } = await pool().query<{ stage: string; count: number }>(
      `SELECT stage, count(*)::int AS count FROM (
         SELECT DISTINCT ON (entity_id) payload::jsonb #>> '{record,stage}' AS stage, payload::jsonb #>> '{record,voided}' AS voided
           FROM audit.event WHERE entity_type = 'pledge' AND (at AT TIME ZONE 'Europe/Kyiv')::date <= $1
          ORDER BY entity_id, entity_version DESC) latest
        WHERE voided IS NULL GROUP BY stage`,
      [day],
    );
    const then = new Map(rows.map(({ stage, count }) => [stage, count]));
    for (const stage of STAGES)
      expect(standing?.byMonth[stage][i], `${stage} on ${day}`).toBe(then.get(stage) ?? 0);
  }
});

test("after a change, reading on from the last position gives what reading from the start gives", async () => {
  const standing = async () => value(await loadStageCounts(auditor, NOW));
  const before = await standing();
  const { rows } = await pool().query<{ reference: string; version: number }>(
    "SELECT reference, version FROM pledge WHERE stage = 'PLEDGED' AND voided_at IS NULL AND version > 1 LIMIT 1",
  );
  const people = await pool().query<Actor>(
    "SELECT id, email, name, role, desk, sealed FROM person WHERE role = 'MANAGER' LIMIT 1",
  );
  const [pledge, person] = [rows[0], people.rows[0]];
  if (!pledge || !person) throw new Error("the demonstration has neither pledge nor manager");
  const held = { reference: pledge.reference, ifMatch: pledge.version, reason: "Logged twice" };
  value(await voidPledge({ ...person, session: null, request: null }, held, NOW));

  const after = await standing();
  expect(after?.byDay.PLEDGED.at(-1)).toBe((before?.byDay.PLEDGED.at(-1) ?? 0) - 1);
  const head = await pool().query<{ seq: number }>("SELECT seq::int FROM audit.head");
  const fromStart = await findStageMovesUpTo(head.rows[0]?.seq ?? 0, "Europe/Kyiv");
  expect(after?.byDay).toEqual(stageCountsOver(fromStart, after?.days ?? []));
});

test("the ages add up to what is unresolved", async () => {
  const { counts } = value(await loadAges(manager, NOW));
  const { totals } = value(await loadCoverage(manager, NOW));
  const sum = Object.values(counts)
    .flat()
    .reduce((all, one) => all + one, 0);
  expect(sum).toBe(totals.counted);
});

test("the panels count each open pledge once, by its priority and stage", async () => {
  const panels = value(await loadStagePanels(manager));
  const { rows } = await pool().query<{ priority: number; stage: string; count: number }>(
    `SELECT priority, stage, count(*)::int AS count FROM pledge
      WHERE voided_at IS NULL AND stage = ANY($1) GROUP BY 1, 2 ORDER BY 1, 2`,
    [OPEN_STAGES],
  );
  const counted = PRIORITIES.flatMap((priority) =>
    OPEN_STAGES.flatMap((stage) => {
      const count = panels[priority][stage] ?? 0;
      return count === 0 ? [] : [{ priority, stage, count }];
    }),
  ).sort((a, b) => a.priority - b.priority || (a.stage < b.stage ? -1 : 1));
  expect(counted).toEqual(rows);
});

test("the figures of each chart can be downloaded as a table, with moment and marking", async () => {
  for (const load of [loadAgesCsv, loadOverTimeCsv, loadStagePanelsCsv]) {
    const view = value<TableView<object>>(await load(auditor, NOW));
    const lines: object[] = [];
    for await (const batch of view.rows) lines.push(...batch);
    expect(lines.length).toBeGreaterThan(20);
    expect(view).toMatchObject({ asOf: NOW, narrowed: false });
    expect(view.marking).toContain("Not official");
    expect(refusalOf(await load(admin, NOW))).toBe("role");
  }
  const { days, byDay } = value(await loadStageCounts(auditor, NOW)) ?? { days: [], byDay: null };
  const over = value(await loadOverTimeCsv(auditor, NOW));
  for await (const batch of over.rows)
    expect(batch.at(STAGES.indexOf("PLEDGED") - STAGES.length)).toEqual({
      on: days.at(-1),
      stage: "PLEDGED",
      pledges: byDay?.PLEDGED.at(-1),
    });
});

test("administrators can't read charts", async () => {
  expect(refusalOf(await loadStageCounts(admin, NOW))).toBe("role");
  expect(refusalOf(await loadAges(admin, NOW))).toBe("role");
});
