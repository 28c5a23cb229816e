// A trigger that many pledges wait for changes for all of them in one moment. The rows after the change are derived
// beforehand and stored next to the current ones. Each such change begins a generation, and a row holds from one
// generation until another. Current rows are read through views, unresolved_item_now and those of the counters.
import type { Trigger } from "@/lib/domain/pledge/trigger";

/** Begun by one change while nobody writes, so both values are fixed until a transaction's end. */
export interface Generation {
  number: number;
  /** The next one, while it is being prepared: a change of a pledge that waits for this trigger derives both. */
  ahead: PreparedGeneration | null;
}

export interface PreparedGeneration {
  number: number;
  /** After the change. */
  trigger: Trigger;
}

export interface GenerationSpan {
  from_world: number;
  to_world: number;
}

/** The largest integer of PostgreSQL. */
export const FOR_EVER = 2_147_483_647;
export const ALWAYS: GenerationSpan = { from_world: 0, to_world: FOR_EVER };

export const holdsInGeneration =
  (generation: number) =>
  ({ from_world, to_world }: GenerationSpan): boolean =>
    from_world <= generation && generation < to_world;

/** The number of the current generation. */
export const CURRENT_GENERATION = "(SELECT coalesce(max(id), 0) FROM trigger_change WHERE state = 'DONE')";

export const PREPARED_GENERATION = `(
  SELECT json_build_object('number', id, 'trigger', after) FROM trigger_change WHERE state IN ('PREPARING', 'READY'))`;
