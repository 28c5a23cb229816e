import type { OpenCell } from "@/components/unresolved/coverage/panel";
import type { CellPlace } from "@/components/unresolved/coverage/view";
import { holds, type Actor } from "@/lib/domain/people/actor";
import type { NowOrAsOf } from "@/lib/domain/base/as-of";
import { refuse } from "@/lib/domain/base/refusal";
import { ok, type Result } from "@/lib/domain/base/result";
import { participantName } from "@/lib/i18n/words/participant-name";
import { loadParticipant, loadParticipantList } from "@/lib/people/participants/queries";
import { parsePledgeFilter } from "@/lib/pledges/pledges/asked";
import { loadPledges } from "@/lib/pledges/pledges/queries";
import { parseUnresolvedFilter } from "@/lib/unresolved/unresolved/asked";
import { loadUnresolvedItems } from "@/lib/unresolved/unresolved/queries";

/** The pledges of a cell, or the item for a missing one. `viewer` decides who may log one. */
export async function loadCell(
  actor: Actor,
  place: CellPlace,
  at: NowOrAsOf,
  viewer: Actor,
): Promise<Result<OpenCell>> {
  const here = new URLSearchParams({ participant: place.participant, priority: String(place.priority) });
  const pledgeFilter = parsePledgeFilter(here);
  const itemFilter = parseUnresolvedFilter(new URLSearchParams([...here, ["code", "NO_PLEDGE"]]));
  const namedFilter = parsePledgeFilter(
    new URLSearchParams({ named: place.participant, priority: String(place.priority) }),
  );
  if (!pledgeFilter.ok) return pledgeFilter;
  if (!namedFilter.ok) return namedFilter;
  if (!itemFilter.ok) return itemFilter;
  const [participant, everyone, pledges, named, missing] = await Promise.all([
    loadParticipant(actor, place.participant, at),
    loadParticipantList(actor, at),
    loadPledges(actor, pledgeFilter.value, at),
    loadPledges(actor, namedFilter.value, at),
    loadUnresolvedItems(actor, itemFilter.value, at),
  ]);
  if (!participant.ok) return participant;
  if (!everyone.ok) return everyone;
  if (!pledges.ok) return pledges;
  if (!named.ok) return named;
  if (!missing.ok) return missing;
  const counts = participant.value.cells.find(({ priority }) => priority === place.priority);
  // Only readers without access to the register get no cells.
  if (counts === undefined) return refuse("role");
  return ok({
    place,
    counts,
    name: participantName(participant.value),
    names: Object.fromEntries(everyone.value.map((one) => [one.code, participantName(one)])),
    pledges: pledges.value.items,
    named: named.value.items,
    missing: missing.value.items[0] ?? null,
    mayLog: holds(viewer, place.participant),
  });
}
