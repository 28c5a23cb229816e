import "server-only";
import type { Actor } from "@/lib/domain/actor";
import { oneEach, type Citations, type NextStep } from "@/lib/domain/briefing";
import { dayOf, type Instant } from "@/lib/domain/day";
import { refuse } from "@/lib/domain/refusal";
import { ok, type Result } from "@/lib/domain/result";
import type { UnresolvedRow } from "@/lib/domain/summary";
import { COUNTED_CLASSES, UNRESOLVED_CODES } from "@/lib/domain/unresolved";
import { findCited, findForemost, findNextSteps } from "@/lib/db/read/briefing";
import { rememberedUntilChange } from "@/lib/db/read/remembered";
import { findSettings } from "@/lib/db/read/settings";
import { reachesRegister } from "@/lib/db/reach";

export interface Foremost {
  /** The oldest item of each of the pledges that have waited longest. */
  oldest: UnresolvedRow[];
  /** What blocks the pledges that have come furthest. */
  blocked: UnresolvedRow[];
  next: NextStep[];
}

/** Lines of each list. */
const SHOWN = 5;
/** Enough that so many pledges are among them, however much is open on each. */
const LOOKED_AT = SHOWN * UNRESOLVED_CODES.length;

/** What stands first, over the whole register or of one participant. */
export async function loadForemost(
  actor: Actor,
  participant: string | null,
  at: Instant,
): Promise<Result<Foremost>> {
  if (!reachesRegister(actor)) return refuse("role");
  const today = dayOf(at, (await findSettings()).timeZone);
  return ok(
    await rememberedUntilChange(`foremost ${participant ?? ""} ${today}`, async () => {
      const whose = participant === null ? [] : [participant];
      const [oldest, blocked, next] = await Promise.all([
        findForemost({ by: "oldest", class: COUNTED_CLASSES, participant: whose, limit: LOOKED_AT }, today),
        findForemost({ by: "furthest", class: ["BLOCKED"], participant: whose, limit: LOOKED_AT }, today),
        findNextSteps(whose, SHOWN),
      ]);
      return { oldest: oneEach(oldest, SHOWN), blocked: oneEach(blocked, SHOWN), next };
    }),
  );
}

/** What the pledges of a page rest on. */
export async function loadCitations(
  actor: Actor,
  references: readonly (string | null)[],
): Promise<Result<Citations>> {
  if (!reachesRegister(actor)) return refuse("role");
  const asked = [...new Set(references.filter((one) => one !== null))];
  const found = asked.length === 0 ? [] : await findCited(asked);
  return ok(Object.fromEntries(found.map(({ reference, ...cited }) => [reference, cited])));
}
