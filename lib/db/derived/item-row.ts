import type { Cause } from "@/lib/domain/conditions/cause";
import type { Day } from "@/lib/domain/base/day";
import type { UnresolvedClass } from "@/lib/domain/unresolved/reasons";
import type { GenerationSpan } from "../sql/generation";

/** As PostgreSQL writes it. */
export const NEVER = "infinity";

export interface ItemRow {
  participant: string;
  priority: number;
  reference: string | null;
  pledge_id: string | null;
  code: string;
  class: UnresolvedClass;
  since: Day;
  /** The first day on which it no longer holds, or NEVER. */
  until: Day;
  causes: Cause[];
  owner: string | null;
}

/** With the generations it holds in. */
export type StoredItemRow = ItemRow & GenerationSpan;
