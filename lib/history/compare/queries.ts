import "server-only";
import { type Actor, mayReadRegister } from "@/lib/domain/people/actor";
import type { Instant } from "@/lib/domain/base/day";
import type { NamedMoment } from "@/lib/domain/base/moment";
import type { AsOf } from "@/lib/domain/base/as-of";
import { invalid, refuse } from "@/lib/domain/base/refusal";
import { ok, type Result } from "@/lib/domain/base/result";
import type { PledgeDetails } from "@/lib/domain/details/pledge-details";
import { indexOf } from "@/lib/domain/history/snapshot-index";
import { snapshotDetails } from "@/lib/domain/history/snapshot-details";
import { findPoint, type SpanPoint } from "@/lib/db/past/span";
import { findRegisterState } from "@/lib/db/past/snapshot";
import { shownTo } from "@/lib/db/queries/pledges/sealed";

/** Whether anything was on record at a moment. */
export const loadHasBegun = async (actor: Actor, { asOf }: AsOf): Promise<boolean> =>
  mayReadRegister(actor) && (await findRegisterState(asOf)).position.seq > 0;

export interface PastComparison {
  from: SpanPoint & { details: PledgeDetails | null };
  to: SpanPoint & { details: PledgeDetails | null };
}

/** A pledge at two moments; null if it wasn't on record. */
export async function loadComparison(
  actor: Actor,
  reference: string,
  { from, to }: { from: NamedMoment; to: NamedMoment | null },
  at: Instant,
): Promise<Result<PastComparison>> {
  if (!mayReadRegister(actor)) return refuse("role");
  const first = await findPoint("from", from, at);
  if (!first.ok) return first;
  const second = to === null ? ok<SpanPoint>({ at, baseline: null }) : await findPoint("to", to, at);
  if (!second.ok) return second;
  if (second.value.at < first.value.at) return invalid({ path: "to", code: "order" });
  return ok({
    from: { ...first.value, details: await detailsAt(actor, reference, first.value.at) },
    to: { ...second.value, details: await detailsAt(actor, reference, second.value.at) },
  });
}

async function detailsAt(actor: Actor, reference: string, at: Instant): Promise<PledgeDetails | null> {
  const { snapshot } = await findRegisterState(at);
  const pledge = indexOf(snapshot).pledges.get(reference);
  const [details] = pledge ? await shownTo(actor, [snapshotDetails(actor, snapshot, pledge, at)]) : [];
  return details ?? null;
}
