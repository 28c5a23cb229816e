import "server-only";
import { type Actor, mayReadRegister } from "@/lib/domain/people/actor";
import { isPast, type NowOrAsOf } from "@/lib/domain/base/as-of";
import { refuse } from "@/lib/domain/base/refusal";
import { ok, type Result } from "@/lib/domain/base/result";
import { changedOn } from "@/lib/domain/conditions/leaf-facts";
import { obstaclesAmong, type CommonObstacle } from "@/lib/domain/conditions/obstacle";
import { distanceFromStart, type Start } from "@/lib/domain/conditions/start";
import { settingsIn } from "@/lib/domain/history/snapshot";
import { conditionEvidenceIn } from "@/lib/domain/history/snapshot-waiting";
import { findPast } from "@/lib/db/past/snapshot";
import { findConditionEvidence } from "@/lib/db/queries/conditions/waiting";
import { rememberedUntilChange } from "@/lib/db/queries/remembered";
import { findSettings } from "@/lib/db/queries/log/settings";
import { cyclesIn, keystonesIn, waitingAt, type KnownWaiting } from "../waiting/queries";

export interface FoundObstacles {
  /** Sorted by how many pledges they hold up. */
  obstacles: readonly CommonObstacle[];
  /** Of an open pledge; one that waits for nothing is free. */
  distanceFromStart: (reference: string) => Start;
  factsOf: KnownWaiting["factsOf"];
}

/** Obstacles that hold several pledges up, and how far each pledge is from starting. */
export async function loadObstacles(actor: Actor, at: NowOrAsOf): Promise<Result<FoundObstacles>> {
  if (!mayReadRegister(actor)) return refuse("role");
  const [known, { timeZone }] = await Promise.all([
    waitingAt(at, "with"),
    isPast(at) ? findPast(at).then(({ snapshot }) => settingsIn(snapshot)) : findSettings(),
  ]);
  return ok({
    obstacles: await obstaclesIn(known, timeZone),
    distanceFromStart: (reference) =>
      distanceFromStart(known.byReference.get(reference)?.condition ?? null, known.context),
    factsOf: known.factsOf,
  });
}

/** Those of these pledges whose condition a source contradicts. */
export async function loadContradicted(
  actor: Actor,
  references: readonly string[],
  at: NowOrAsOf,
): Promise<Result<string[]>> {
  if (!mayReadRegister(actor)) return refuse("role");
  const evidence = isPast(at)
    ? conditionEvidenceIn((await findPast(at)).snapshot, references)
    : await rememberedUntilChange(`condition evidence ${references.join()}`, () =>
        findConditionEvidence(references),
      );
  return ok(evidence.filter(({ supports }) => !supports).map(({ pledge }) => pledge));
}

const remembered = new WeakMap<KnownWaiting, readonly CommonObstacle[]>();

async function obstaclesIn(known: KnownWaiting, timeZone: string): Promise<readonly CommonObstacle[]> {
  const [keystones, cycles] = await Promise.all([keystonesIn(known), cyclesIn(known)]);
  const found =
    remembered.get(known) ??
    obstaclesAmong(keystones, cycles, known.byReference, (leaf) =>
      changedOn(leaf, known.factsOf([leaf]), timeZone),
    );
  remembered.set(known, found);
  return found;
}
