import "server-only";
import { randomUUID } from "node:crypto";
import { mayDecide, type Actor } from "@/lib/domain/people/actor";
import { isSameJson } from "@/lib/domain/base/canonical";
import type { Instant } from "@/lib/domain/base/day";
import { scenarioRecord } from "@/lib/domain/history/record";
import { invalid, refuse } from "@/lib/domain/base/refusal";
import { ok, refused, type Result } from "@/lib/domain/base/result";
import { MOST_SCENARIOS, RULES_VERSION, type Scenario } from "@/lib/domain/history/scenarios/scenario";
import { write } from "@/lib/db/write";
import type { ScenarioChanges, ScenarioInput } from "./schema";
import { findSupposed, openResult } from "./supposing";

/** Stores the assumptions with their starting moment and the outcome. No other record changes. */
export async function makeScenario(
  actor: Actor,
  { name, note, ...given }: ScenarioInput,
  at: Instant,
): Promise<Result<Scenario>> {
  if (!mayDecide(actor)) return refuse("role");
  // Computed before the transaction: the past doesn't change, so it would be the same inside.
  const found = await findSupposed(given, at);
  if (!found.ok) return found;
  const { point, position, snapshot, assumptions } = found.value;
  const result = openResult(snapshot, assumptions, point.at);
  return write(actor, async (tx) => {
    if ((await tx.scenarios.count()) >= MOST_SCENARIOS)
      return invalid({ path: "name", code: "too-many", params: { max: MOST_SCENARIOS } });
    const scenario: Scenario = {
      id: randomUUID(),
      ...{
        name,
        note,
        ownerId: actor.id,
        asOf: point.at,
        position,
        rules: RULES_VERSION,
        assumptions,
        result,
      },
      withdrawn: null,
      version: 1,
      createdAt: tx.at,
      updatedAt: tx.at,
    };
    return ok(await tx.save("scenario", null, scenario, { action: "scenario.made" }));
  });
}

export interface ScenarioChange {
  id: string;
  /** The version the client has. */
  ifMatch: number;
  changes: ScenarioChanges;
}

export function changeScenario(
  actor: Actor,
  { id, ifMatch, changes: { withdrawn, name, note } }: ScenarioChange,
): Promise<Result<Scenario>> {
  return write(actor, async (tx) => {
    if (!mayDecide(actor)) return refuse("role");
    const before = await tx.scenarios.lock(id);
    if (!before) return refuse("not-found");
    if (before.version !== ifMatch)
      return refused({ code: "version", conflict: await tx.conflict("scenario", before, ifMatch) });
    const after: Scenario = {
      ...before,
      name: name ?? before.name,
      note: note === undefined ? before.note : note,
      withdrawn:
        withdrawn === undefined
          ? before.withdrawn
          : withdrawn && (before.withdrawn ?? { at: tx.at, reason: withdrawn.reason }),
    };
    if (isSameJson(scenarioRecord(after), scenarioRecord(before))) return ok(before);
    const isEnd = before.withdrawn === null && after.withdrawn !== null;
    return ok(
      await tx.save("scenario", before, after, {
        action: isEnd ? "scenario.withdrawn" : "scenario.changed",
        reason: isEnd ? (after.withdrawn?.reason ?? null) : null,
      }),
    );
  });
}
