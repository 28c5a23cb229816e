import "server-only";
import { type Actor, mayReadRegister } from "@/lib/domain/people/actor";
import { dayOf, type Day, type Instant } from "@/lib/domain/base/day";
import { isPast, type AsOf, type NowOrAsOf } from "@/lib/domain/base/as-of";
import { refuse } from "@/lib/domain/base/refusal";
import { settingsIn } from "@/lib/domain/history/snapshot";
import { contextIn, indexOf } from "@/lib/domain/history/snapshot-index";
import { approvalsAllow, type ServedPledge } from "@/lib/domain/requirements/one-step";
import type { Requirement } from "@/lib/domain/requirements/requirement";
import { sorted } from "@/lib/domain/requirements/requirement-coverage";
import type { RequirementDetails } from "@/lib/domain/requirements/requirement-details";
import { ok, type Result } from "@/lib/domain/base/result";
import { unitsOf, type SameLines } from "@/lib/domain/pledge/same-as";
import { hiddenIn } from "@/lib/domain/pledge/sealed";
import { findPast } from "@/lib/db/past/snapshot";
import { findAllOffers, type FoundOffers } from "@/lib/db/queries/conditions/offered-register";
import { findRequirements } from "@/lib/db/queries/conditions/requirements";
import { findServed } from "@/lib/db/queries/conditions/served";
import { findSameLines } from "@/lib/db/queries/conditions/same-lines";
import { findSettings } from "@/lib/db/queries/log/settings";
import { rememberingLast } from "@/lib/platform/in-turns";
import type { RequirementFilter } from "../filter";
import { detailsOf, requirementsAsked, loadSupposedDetails } from "../queries";

/** The open requirements, most needed first, without any sealed numbers: the same for every reader. */
export async function loadNeeds(actor: Actor, at: NowOrAsOf): Promise<Result<readonly RequirementDetails[]>> {
  if (!mayReadRegister(actor)) return refuse("role");
  if (isPast(at)) {
    const { asTheyAre } = await loadSupposedDetails(null, await requirementsAsked(OPEN, at), at, null);
    return ok(sorted(asTheyAre, "criticality"));
  }
  const [requirements, found, same, { timeZone }] = await Promise.all([
    findRequirements(),
    findAllOffers(),
    findSameLines(),
    findSettings(),
  ]);
  return ok(needsIn(requirements, found, same, dayOf(at, timeZone), timeZone));
}

/** Those of these pledges whose approvals don't allow an allocation. */
export async function loadNotAllocatable(
  actor: Actor,
  references: readonly string[],
  at: NowOrAsOf,
): Promise<Result<string[]>> {
  if (!mayReadRegister(actor)) return refuse("role");
  const { served, today, timeZone } = isPast(at)
    ? await servedThen(references, at)
    : await servedNow(references, at);
  return ok(
    served.filter((one) => !approvalsAllow(one, { today, timeZone })).map(({ pledge }) => pledge.reference),
  );
}

async function servedThen(references: readonly string[], at: AsOf) {
  const { snapshot, day } = await findPast(at);
  const served = references.flatMap((reference): ServedPledge[] => {
    const pledge = indexOf(snapshot).pledges.get(reference);
    return pledge === undefined ? [] : [{ pledge, ...contextIn(snapshot, pledge) }];
  });
  return { served, today: day, timeZone: settingsIn(snapshot).timeZone };
}

async function servedNow(references: readonly string[], at: Instant) {
  const [served, { timeZone }] = await Promise.all([findServed(references), findSettings()]);
  return { served, today: dayOf(at, timeZone), timeZone };
}

const OPEN: Omit<RequirementFilter, "sort"> = { priority: [], criticality: [], closed: "without" };

const needsIn = rememberingLast(
  (
    requirements: readonly Requirement[],
    { offers, pledgesOn }: FoundOffers,
    same: readonly SameLines[],
    today: Day,
    timeZone: string,
  ): readonly RequirementDetails[] => {
    const open = requirements.filter(({ closed }) => closed === null);
    const pledges = hiddenIn(pledgesOn(today, null));
    return sorted(detailsOf(open, { timeZone, offers, pledges, unitOf: unitsOf(same) }), "criticality");
  },
);
