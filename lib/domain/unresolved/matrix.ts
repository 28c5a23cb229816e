// One cell for every participant and priority of the coalition.
import type { Day, Instant } from "../base/day";
import { groupedBy } from "../base/listing";
import { isPositionExpected, type Participant, type GapSearch } from "../people/participant";
import { searchFor } from "../people/gap-search";
import { highestStageOf, positionOf, type Position } from "./position";
import { PRIORITIES, type Priority } from "../base/priority";
import { isPosition, type RowPart } from "../pledge/link";
import type { LadderStage, Stage } from "../pledge/stages";

export interface CoverageCell {
  participant: string;
  priority: Priority;
  position: Position;
  /** Whether NO_PLEDGE could arise here. */
  expected: boolean;
  highestStage: LadderStage | null;
  /** Its own and its joint ones, without voided ones. */
  pledges: number;
  /** Promised on its behalf, which is no position of its own. */
  onBehalf: number;
  /** Said to be promised jointly or on its behalf, and not confirmed. */
  claimed: number;
  /** How many of the pledges are declined or withdrawn. */
  declined: number;
  /** Counted items. */
  unresolved: number;
  dormant: number;
  /** Where a position is missing: someone looked, and found nothing. */
  searched?: Pick<GapSearch, "until" | "where" | "by">;
  /** In a comparison with a moment: counted items that came up since, and those that no longer hold. */
  new?: number;
  resolved?: number;
}

/** A participant with its row of the matrix. */
export interface ParticipantRow extends Participant {
  /** By priority; empty for readers without access to the register. */
  cells: CoverageCell[];
  pledges: number;
  unresolved: number;
}

export interface Coverage {
  cells: CoverageCell[];
  /** The moment compared with. */
  since?: { at: Instant; baseline: { id: string; name: string } | null };
  /** Counted items. */
  totals: { participants: Record<string, number>; priorities: Record<string, number>; counted: number };
}

/** Pledges of a cell at a stage, without voided ones. */
export interface StageCount {
  participant: string;
  priority: number;
  stage: Stage;
  part: RowPart;
  count: number;
}

/** A cell's items, counted and dormant. */
export interface ItemCount {
  participant: string;
  priority: number;
  counted: number;
  dormant: number;
}

export function coverageOf(
  participants: readonly Participant[],
  day: Day,
  stages: readonly StageCount[],
  items: readonly ItemCount[],
): Coverage {
  const stagesOf = groupedBy(stages, placeOf);
  const itemsOf = groupedBy(items, placeOf);
  const cells = participants.flatMap((participant) =>
    PRIORITIES.map((priority): CoverageCell => {
      const place = placeOf({ participant: participant.code, priority });
      const rows = stagesOf.get(place) ?? [];
      const counts = rows.filter(({ part }) => isPosition(part));
      const counted = (of: RowPart): number =>
        sum(rows.filter(({ part }) => part === of).map(({ count }) => count));
      const staged = counts.map(({ stage }) => ({ stage, voided: null }));
      const expected = isPositionExpected(participant, day);
      const position = positionOf(staged);
      return {
        participant: participant.code,
        priority,
        position,
        expected,
        highestStage: highestStageOf(staged),
        pledges: sum(counts.map(({ count }) => count)),
        onBehalf: counted("ON_BEHALF"),
        claimed: counted("CLAIMED"),
        declined: sum(counts.filter(({ stage }) => isRefusal(stage)).map(({ count }) => count)),
        unresolved: sum((itemsOf.get(place) ?? []).map(({ counted }) => counted)),
        dormant: sum((itemsOf.get(place) ?? []).map(({ dormant }) => dormant)),
        ...(expected && position === "NONE" ? searchedIn(participant, priority) : {}),
      };
    }),
  );
  const openIn = (of: (cell: CoverageCell) => boolean): number =>
    sum(cells.filter(of).map((cell) => cell.unresolved));
  return {
    cells,
    totals: {
      participants: Object.fromEntries(
        participants.map(({ code }) => [code, openIn((cell) => cell.participant === code)]),
      ),
      priorities: Object.fromEntries(
        PRIORITIES.map((priority) => [priority, openIn((cell) => cell.priority === priority)]),
      ),
      counted: openIn(() => true),
    },
  };
}

function searchedIn(participant: Participant, priority: Priority): Pick<CoverageCell, "searched"> {
  const search = searchFor(participant, priority);
  if (search === null) return {};
  const { until, where, by } = search;
  return { searched: { until, where, by } };
}

const isRefusal = (stage: Stage): boolean => stage === "DECLINED" || stage === "WITHDRAWN";
const placeOf = ({ participant, priority }: { participant: string; priority: number }): string =>
  `${participant}-${String(priority)}`;
const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);
