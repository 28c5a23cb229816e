import type { Condition } from "@/lib/domain/pledge/condition";
import type { Cycle } from "@/lib/domain/conditions/deadlock";
import { NO_FACTS, type LeafFacts } from "@/lib/domain/conditions/leaf-facts";
import { selectCycles, selectFacts } from "../../statements/condition-facts";
import { outside } from "../../sql/ask";

export const findFacts = (conditions: readonly (Condition | null)[]): Promise<LeafFacts> =>
  conditions.length === 0 ? Promise.resolve(NO_FACTS) : selectFacts(outside, conditions);

/** Only pledges in a cycle have an entry. */
export const findCycles = (references: readonly string[]): Promise<Map<string, Cycle>> =>
  selectCycles(outside, references);
