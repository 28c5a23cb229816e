import type { Cause } from "@/lib/domain/conditions/cause";
import type { Day } from "@/lib/domain/base/day";
import type { GenerationSpan } from "../sql/generation";

export interface ItemRow {
  participant: string;
  priority: number;
  reference: string | null;
  pledge_id: string | null;
  code: string;
  class: string;
  since: Day;
  causes: Cause[];
  owner: string | null;
}

/** With the generations it holds in. */
export type StoredItemRow = ItemRow & GenerationSpan;
