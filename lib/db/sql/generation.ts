// A trigger that many pledges wait for changes for all of them in one moment. What will hold then is derived beforehand,
// and lies beside what holds: each such change begins a world, and a row holds from one world until another.
// What holds now is read through views, unresolved_item_now and those of the counters.
import type { Trigger } from "@/lib/domain/pledge/trigger";

/** Begun by one change: nobody writes meanwhile, so both stay as they are until a transaction's end. */
export interface Generation {
  number: number;
  /** The next one, while it is being prepared: whoever derives a pledge that waits for this trigger derives both. */
  ahead: PreparedGeneration | null;
}

export interface PreparedGeneration {
  number: number;
  /** As it will be. */
  trigger: Trigger;
}

export interface GenerationSpan {
  from_world: number;
  to_world: number;
}

/** The largest integer that PostgreSQL has. */
export const FOR_EVER = 2_147_483_647;
export const ALWAYS: GenerationSpan = { from_world: 0, to_world: FOR_EVER };

export const holdsInGeneration =
  (world: number) =>
  ({ from_world, to_world }: GenerationSpan): boolean =>
    from_world <= world && world < to_world;

/** The number of the world that is. */
export const CURRENT_GENERATION = "(SELECT coalesce(max(id), 0) FROM trigger_change WHERE state = 'DONE')";

export const PREPARED_GENERATION = `(
  SELECT json_build_object('number', id, 'trigger', after) FROM trigger_change WHERE state IN ('PREPARING', 'READY'))`;
