import type { TriggerChange } from "@/lib/domain/unresolved/trigger-change";
import { selectChanges } from "../../statements/trigger-change-rows";
import { outside } from "../../sql/ask";

export async function findLastChange(code: string): Promise<TriggerChange | null> {
  const [change] = await selectChanges(outside, "c.code = $1", [code], "ORDER BY c.id DESC LIMIT 1");
  return change ?? null;
}
