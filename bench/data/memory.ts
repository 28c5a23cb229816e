// The data of the twins (bare pages), in memory: the rows of the pages, loaded as the pages load them.
import { loadNames } from "@/app/(register)/names";
import { loadDeskToday } from "@/app/(register)/mine/desk-today";
import { loadUnresolvedView } from "@/app/(register)/unresolved/view";
import type { Memory } from "@/app/bench/memory";
import { loadManagersPage } from "@/app/managers-page";
import { WHOLE_UNRESOLVED } from "@/components/unresolved/unresolved/view";
import { loadCoverage } from "@/lib/unresolved/coverage/queries";
import { dayOf, type Instant } from "@/lib/domain/base/day";
import { loadFigures } from "@/lib/unresolved/figures/queries";
import { loadParticipant, loadParticipantList } from "@/lib/people/participants/queries";
import { loadDeciders } from "@/lib/people/people/queries";
import { loadCellPledges, loadHistory, loadPledge, loadPledges } from "@/lib/pledges/pledges/queries";
import { loadProposals, loadReview } from "@/lib/review/proposals/queries";
import { loadSettings } from "@/lib/workspace/settings/queries";
import { benchCell, benchFilter, LIST, value, waiting } from "../pages";
import type { BenchRegister } from "./register";

export async function memoryOf(
  { manager, examplePledge, proposal }: BenchRegister,
  at: Instant,
): Promise<Memory> {
  const settings = await loadSettings();
  const { after: _after, limit: _limit, ...view } = benchFilter(LIST);
  const { after: _from, limit: _most, ...queue } = waiting();
  return {
    actor: manager,
    at,
    today: dayOf(at, settings.timeZone),
    settings,
    figures: value(await loadFigures(manager, at)),
    names: await loadNames(manager, at),
    ...value(await loadManagersPage(manager, at)),
    unresolved: value(await loadUnresolvedView(manager, WHOLE_UNRESOLVED, null, at)),
    coverage: value(await loadCoverage(manager, at)),
    participants: value(await loadParticipantList(manager, at)),
    list: { view, ...value(await loadPledges(manager, benchFilter(LIST), at)) },
    pledge: {
      details: value(await loadPledge(manager, examplePledge, at)),
      participant: value(await loadParticipant(manager, examplePledge.split("-")[0] ?? "", at)),
      history: value(await loadHistory(manager, examplePledge, { cursor: null, limit: 50 }, at)),
      others: value(await loadCellPledges(manager, benchCell(examplePledge), 20, at)),
    },
    mine: value(await loadDeskToday(manager, dayOf(at, settings.timeZone), at)),
    review: { view: queue, ...value(await loadProposals(manager, waiting())) },
    proposal: value(await loadReview(manager, proposal, waiting(), at)),
    deciders: value(await loadDeciders(manager)),
  };
}
