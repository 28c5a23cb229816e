import { isId } from "@/lib/domain/base/id";
import { MOST_SCENARIOS, type Scenario } from "@/lib/domain/history/scenarios/scenario";
import { askPrisma } from "../../prisma";
import * as records from "../../records/scenario";

/** Newest first. */
export const findScenarios = (): Promise<Scenario[]> =>
  askPrisma((db) =>
    records.selectScenarios(db, { orderBy: [{ createdAt: "desc" }, { id: "asc" }], take: MOST_SCENARIOS }),
  );

export const findScenario = (id: string): Promise<Scenario | null> =>
  isId(id) ? askPrisma((db) => records.selectScenario(db, id)) : Promise.resolve(null);
