import type { TriggerChange } from "@/lib/domain/unresolved/trigger-change";
import { pool } from "../../client";
import { selectChanges } from "../../statements/trigger-change-rows";

export async function findLastChange(code: string): Promise<TriggerChange | null> {
  const [change] = await selectChanges(pool(), "c.code = $1", [code], "ORDER BY c.id DESC LIMIT 1");
  return change ?? null;
}
