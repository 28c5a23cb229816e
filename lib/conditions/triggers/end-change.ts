// How a prepared change ends: made, cancelled, or failed.
import "server-only";
import { mayDecide, type Actor } from "@/lib/domain/people/actor";
import { refuse } from "@/lib/domain/base/refusal";
import { ok, type Result } from "@/lib/domain/base/result";
import type { TriggerChange } from "@/lib/domain/unresolved/trigger-change";
import { writeAlone } from "@/lib/db/write";

/** The trigger's new state, its event and all its effects, at one instant. The actor is who asked for the change. */
export function finishChange(actor: Actor): Promise<Result<TriggerChange>> {
  return writeAlone(actor, async (tx) => {
    const change = await tx.changeUnderWay();
    if (change?.state !== "READY") return refuse("no-such-step");
    const before = await tx.triggers.lock(change.after.code);
    if (before?.version !== change.after.version) return ok(await tx.endChange(change.id, "FAILED"));
    await tx.save("trigger", before, change.after, { action: "trigger.changed", reason: change.reason });
    return ok(await tx.endChange(change.id, "DONE"));
  });
}

export function failChange(actor: Actor): Promise<Result<TriggerChange>> {
  return writeAlone(actor, async (tx) => {
    const change = await tx.changeUnderWay();
    return change ? ok(await tx.endChange(change.id, "FAILED")) : refuse("no-such-step");
  });
}

/** Nothing has changed then. */
export function cancelChange(actor: Actor, code: string): Promise<Result<TriggerChange>> {
  return writeAlone(actor, async (tx) => {
    if (!mayDecide(actor)) return refuse("role");
    const change = await tx.changeUnderWay();
    if (change?.after.code === code) return ok(await tx.endChange(change.id, "CANCELLED"));
    return refuse((await tx.wasChanging(code)) ? "already-there" : "not-found");
  });
}
