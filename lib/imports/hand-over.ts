// Rows of other desks, handed over to them as a separate file.
import "server-only";
import type { Instant } from "@/lib/domain/base/day";
import { invalid, refuse } from "@/lib/domain/base/refusal";
import type { Result } from "@/lib/domain/base/result";
import { mayWorkOnImport, MOST_OPEN_IMPORTS, type ImportJob } from "@/lib/domain/import/import";
import type { Actor } from "@/lib/domain/people/actor";
import { handOver } from "@/lib/db/statements/import-hand-over";
import { loadImport } from "./queries";
import type { HandOverInput } from "./schema";

/** The rows leave this file. Nothing is written to the record: the other desk tries and imports them. */
export async function handOverRows(
  actor: Actor,
  { id, participants }: { id: string } & HandOverInput,
  at: Instant,
): Promise<Result<ImportJob>> {
  const loaded = await loadOwnImport(actor, id);
  if (!loaded.ok) return loaded;
  const made = await handOver({ id, desk: participants, by: { id: actor.id, name: actor.name }, at });
  if (typeof made !== "string") return loadImport(actor, made.id);
  if (made === "in-progress") return refuse("in-progress");
  return invalid({
    path: made === "no-rows-of-desk" ? "participants" : "",
    code: made,
    ...(made === "too-many-imports" ? { params: { max: MOST_OPEN_IMPORTS } } : {}),
  });
}

/** A file that the actor may work on. */
export async function loadOwnImport(actor: Actor, id: string): Promise<Result<ImportJob>> {
  const loaded = await loadImport(actor, id);
  if (!loaded.ok) return loaded;
  return mayWorkOnImport(actor, loaded.value) ? loaded : refuse("another-desk");
}
