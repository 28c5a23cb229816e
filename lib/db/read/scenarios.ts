import { isId } from "@/lib/domain/id";
import { MOST_SCENARIOS, type Scenario } from "@/lib/domain/scenario";
import { pool } from "../client";
import { selectRecord, selectRecords } from "../records/select";

/** All of them, the newest first. */
export const findScenarios = (): Promise<Scenario[]> =>
  selectRecords(
    pool(),
    "scenario",
    "true",
    [],
    `ORDER BY r.created_at DESC, r.id LIMIT ${String(MOST_SCENARIOS)}`,
  );

export const findScenario = (id: string): Promise<Scenario | null> =>
  isId(id) ? selectRecord(pool(), "scenario", "r.id = $1", [id]) : Promise.resolve(null);
