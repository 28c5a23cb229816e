import type { Condition } from "@/lib/domain/pledge/condition";
import type { Cycle } from "@/lib/domain/conditions/deadlock";
import { NO_FACTS, type LeafFacts } from "@/lib/domain/conditions/leaf-facts";
import { pool } from "../../client";
import { selectCycles, selectFacts } from "../../statements/condition-facts";

/** What is known of the leaves of these conditions. */
export const findFacts = (conditions: readonly (Condition | null)[]): Promise<LeafFacts> =>
  conditions.length === 0 ? Promise.resolve(NO_FACTS) : selectFacts(pool(), conditions);

/** The cycle of conditions that each of these pledges is part of, where there is one. */
export const findCycles = (references: readonly string[]): Promise<Map<string, Cycle>> =>
  selectCycles(pool(), references);
