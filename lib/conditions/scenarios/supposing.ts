// The register at a moment, with and without the assumptions, as the reader may see it.
import "server-only";
import { whyNotSuppose, type Assumption } from "@/lib/domain/history/scenarios/assumption";
import { dayOf, type Instant } from "@/lib/domain/base/day";
import { momentNamed } from "@/lib/domain/base/moment";
import type { Pledge } from "@/lib/domain/pledge/pledge";
import { invalid } from "@/lib/domain/base/refusal";
import { ok, type Result } from "@/lib/domain/base/result";
import type { ScenarioResult } from "@/lib/domain/history/scenarios/scenario";
import { resultOfScenario } from "@/lib/domain/history/scenarios/result";
import { hiddenIn } from "@/lib/domain/pledge/sealed";
import { settingsIn, type Snapshot } from "@/lib/domain/history/snapshot";
import { findPositionAt } from "@/lib/db/past/position";
import { findPoint, type SpanPoint } from "@/lib/db/past/span";
import { findRegisterState, findSnapshot } from "@/lib/db/past/snapshot";

export interface Supposed {
  point: SpanPoint;
  position: number;
  snapshot: Snapshot;
  assumptions: Assumption[];
}

/** The register as it was at that moment; `invalid` if these assumptions don't fit it. */
export async function findSupposed(
  { asOf, assumptions }: { asOf: string | null; assumptions: Assumption[] },
  now: Instant,
): Promise<Result<Supposed>> {
  const named = asOf === null ? null : momentNamed(asOf);
  const point =
    named === null ? ok<SpanPoint>({ at: now, baseline: null }) : await findPoint("asOf", named, now);
  if (!point.ok) return point;
  const { position, snapshot } = await findRegisterState(point.value.at);
  const wrong = whyNotSuppose(snapshot, assumptions);
  if (wrong.length > 0) return invalid(...wrong);
  return ok({ point: point.value, position: position.seq, snapshot, assumptions });
}

/** The snapshot that a stored scenario started from, however far the register has moved on. */
export const findSnapshotAt = async (position: number): Promise<Snapshot> =>
  findSnapshot(await findPositionAt(position));

/** Without sealed numbers, since the result is stored and anyone may read it. */
export const openResult = (
  snapshot: Snapshot,
  assumptions: readonly Assumption[],
  at: Instant,
): ScenarioResult => resultIn(withPledges(snapshot, offeredIn(snapshot).map(hiddenIn)), assumptions, at);

/** With the sealed numbers that the reader is cleared for, as `show` decides. */
export async function resultFor(
  show: (pledges: Pledges) => Promise<Pledges>,
  snapshot: Snapshot,
  assumptions: readonly Assumption[],
  at: Instant,
): Promise<ScenarioResult> {
  return resultIn(withPledges(snapshot, await show(offeredIn(snapshot))), assumptions, at);
}

const resultIn = (snapshot: Snapshot, assumptions: readonly Assumption[], at: Instant): ScenarioResult =>
  resultOfScenario(snapshot, assumptions, dayOf(at, settingsIn(snapshot).timeZone));

type Pledges = Pledge[];

/** Numbers count only for offered pledges. */
function offeredIn(snapshot: Snapshot): Pledges {
  const offered = new Set([...snapshot.offer.values()].map(({ pledge }) => pledge));
  return [...snapshot.pledge.values()].filter(({ reference }) => offered.has(reference));
}

const withPledges = (snapshot: Snapshot, pledges: Pledges): Snapshot => ({
  ...snapshot,
  pledge: new Map([...snapshot.pledge, ...pledges.map((pledge) => [pledge.id, pledge] as const)]),
});
