// What an officer's first page says is late and due, where there is more than it lists.
import { afterAll, beforeAll, expect, test } from "vitest";
import { deskFigures, loadDeskToday } from "@/app/(register)/mine/desk-today";
import { ask } from "@/lib/db/sql/ask";
import { sql } from "@/lib/db/sql/sql";
import type { Actor } from "@/lib/domain/people/actor";
import { parseCalendarFilter } from "@/lib/workspace/calendar/filter";
import { loadCalendar } from "@/lib/workspace/calendar/queries";
import { openTestApi, type TestApi } from "../support/api";
import { pledgeBody } from "../support/bodies";
import * as cast from "../support/cast";

let api: TestApi;
let officer: Actor;
beforeAll(async () => {
  api = await openTestApi();
  const email = "officer@register.example";
  const [row] = await ask<{ id: string }>(sql`SELECT id FROM person WHERE email = ${email}`);
  officer = { ...cast.officer, email, id: row?.id ?? "" };
});
afterAll(() => api.close());

const loaded = async () => {
  const desk = await loadDeskToday(officer, cast.TODAY, cast.NOW);
  if (!desk.ok) throw new Error(desk.refusal.code);
  return desk.value;
};

test("with more late steps than it lists, those of today are counted, and the rest is where the link leads", async () => {
  const before = deskFigures(await loaded());
  const steps = [...Array<string>(22).fill("2026-01-20"), ...Array<string>(3).fill(cast.TODAY)];
  for (const nextActionDueOn of steps) {
    const logged = await api.call("officer", "POST", "/pledges", {
      body: { ...pledgeBody, nextActionDueOn },
    });
    expect(logged.status, JSON.stringify(logged.body)).toBe(201);
  }
  const desk = await loaded();
  expect(deskFigures(desk)).toMatchObject({ late: before.late + 22, today: before.today + 3 });

  const { steps: listed, total, rest } = desk.due;
  expect(listed.length).toBeLessThan(total);
  const params = new URLSearchParams(rest?.split("?")[1]);
  expect(params.get("show")).toBe("list");
  params.delete("show");
  const asked = parseCalendarFilter(params);
  if (!asked.ok) throw new Error(JSON.stringify(asked.refusal));
  const { from, to, ...view } = asked.value;
  const found = await loadCalendar(officer, { ...view, from: from ?? "", to: to ?? "" }, cast.NOW);
  if (!found.ok) throw new Error(found.refusal.code);
  const shown = new Set(listed.map(({ reference }) => reference));
  expect(found.value.items).toHaveLength(total - listed.length);
  expect(found.value.items.filter(({ reference }) => shown.has(reference ?? ""))).toEqual([]);
});
