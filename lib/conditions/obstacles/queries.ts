import "server-only";
import { type Actor, mayReadRegister } from "@/lib/domain/people/actor";
import { isPast, type NowOrAsOf } from "@/lib/domain/base/as-of";
import { refuse } from "@/lib/domain/base/refusal";
import { ok, type Result } from "@/lib/domain/base/result";
import { cyclesAmong } from "@/lib/domain/conditions/deadlock";
import { changedOn } from "@/lib/domain/conditions/leaf-facts";
import { obstaclesAmong, type CommonObstacle } from "@/lib/domain/conditions/obstacle";
import { distanceFromStart, type Start } from "@/lib/domain/conditions/start";
import { settingsIn } from "@/lib/domain/history/snapshot";
import { conditionEvidenceIn } from "@/lib/domain/history/snapshot-waiting";
import { findPast } from "@/lib/db/past/snapshot";
import { findConditionEvidence } from "@/lib/db/queries/conditions/waiting";
import { rememberedUntilChange } from "@/lib/db/queries/remembered";
import { findSettings } from "@/lib/db/queries/log/settings";
import { knownAt, type KnownKeystones } from "../keystones/queries";

export interface FoundObstacles {
  /** By how many pledges they hold up. */
  obstacles: readonly CommonObstacle[];
  /** Of an open pledge; one that waits for nothing is free. */
  distanceFromStart: (reference: string) => Start;
  factsOf: KnownKeystones["factsOf"];
}

/** What holds several pledges up, and how far each is from starting. */
export async function loadObstacles(actor: Actor, at: NowOrAsOf): Promise<Result<FoundObstacles>> {
  if (!mayReadRegister(actor)) return refuse("role");
  const [known, { timeZone }] = await Promise.all([
    knownAt(at, "with"),
    isPast(at) ? findPast(at).then(({ world }) => settingsIn(world)) : findSettings(),
  ]);
  return ok({
    obstacles: obstaclesIn(known, timeZone),
    distanceFromStart: (reference) =>
      distanceFromStart(known.byReference.get(reference)?.condition ?? null, known.world),
    factsOf: known.factsOf,
  });
}

/** Of these pledges those whose condition a source contradicts. */
export async function loadContradicted(
  actor: Actor,
  references: readonly string[],
  at: NowOrAsOf,
): Promise<Result<string[]>> {
  if (!mayReadRegister(actor)) return refuse("role");
  const evidence = isPast(at)
    ? conditionEvidenceIn((await findPast(at)).world, references)
    : await rememberedUntilChange(`condition evidence ${references.join()}`, () =>
        findConditionEvidence(references),
      );
  return ok(evidence.filter(({ supports }) => !supports).map(({ pledge }) => pledge));
}

const remembered = new WeakMap<KnownKeystones, readonly CommonObstacle[]>();

function obstaclesIn(known: KnownKeystones, timeZone: string): readonly CommonObstacle[] {
  const found =
    remembered.get(known) ??
    obstaclesAmong(
      known.keystones,
      cyclesAmong([...known.byReference.values()], known.world.truthOf),
      known.byReference,
      (leaf) => changedOn(leaf, known.factsOf([leaf]), timeZone),
    );
  remembered.set(known, found);
  return found;
}
