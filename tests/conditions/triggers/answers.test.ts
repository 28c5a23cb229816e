import { expect, test } from "vitest";
import type { TriggerChange } from "@/lib/domain/unresolved/trigger-change";
import { one, responseOf } from "@/lib/api/answer";
import { orPreparing, preparing, trigger } from "@/lib/conditions/triggers/answers";

const change: TriggerChange = {
  id: 1,
  code: "CEASEFIRE_IN_FORCE",
  state: "PREPARING",
  total: 80_000,
  done: 0,
  startedBy: "Manager",
  startedAt: "2026-02-25T08:40:00.000Z",
  endedAt: null,
};

test("a change that has to be prepared is accepted, with the address of its progress", async () => {
  const answer = responseOf(orPreparing(one(trigger)).respond({ done: null, change }));
  expect(answer.status).toBe(202);
  expect(answer.headers.get("location")).toBe("/api/v1/triggers/CEASEFIRE_IN_FORCE/change");
  expect(answer.headers.get("etag")).toBeNull();
  expect(preparing.parse(await answer.json())).toEqual({ change });
});
