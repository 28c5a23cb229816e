import "server-only";
import { type Actor, mayReadRegister } from "@/lib/domain/people/actor";
import { dayOf } from "@/lib/domain/base/day";
import type { CoverageCell, ParticipantRow } from "@/lib/domain/unresolved/matrix";
import type { Participant } from "@/lib/domain/people/participant";
import { isPast, momentOf, type NowOrAsOf } from "@/lib/domain/base/as-of";
import { refuse } from "@/lib/domain/base/refusal";
import { ok, type Result } from "@/lib/domain/base/result";
import { atOnce, type TableView } from "@/lib/domain/exchange/table-view";
import type { ListedParticipant } from "@/lib/domain/exchange/tables/lists";
import { coverageIn, participantsIn } from "@/lib/domain/history/snapshot-items";
import { findPast } from "@/lib/db/past/snapshot";
import { findCoverage } from "@/lib/db/queries/unresolved/coverage";
import { findParticipant, findParticipants } from "@/lib/db/queries/pledges/participants";
import { findSettings } from "@/lib/db/queries/log/settings";

/** Participants by code, without pledges: for names and choices. */
export async function loadParticipantList(
  _actor: Actor,
  at: NowOrAsOf,
): Promise<Result<readonly Participant[]>> {
  return ok(isPast(at) ? participantsIn((await findPast(at)).snapshot) : await findParticipants());
}

/**
 * All participants, by code. Everyone may see who takes part; their pledges are only for readers of the
 * register.
 */
export async function loadParticipants(actor: Actor, at: NowOrAsOf): Promise<Result<ParticipantRow[]>> {
  const [participants, cells] = await Promise.all([loadParticipantList(actor, at), cellsFor(actor, at)]);
  if (!participants.ok) return participants;
  return ok(participants.value.map((participant) => rowOf(participant, cells)));
}

/** As CSV: without figures for anyone who may not read the register. */
export async function loadParticipantsCsv(
  actor: Actor,
  _filter: null,
  at: NowOrAsOf,
): Promise<Result<TableView<ListedParticipant>>> {
  const [loaded, { marking }] = await Promise.all([loadParticipants(actor, at), findSettings()]);
  if (!loaded.ok) return loaded;
  const rows: readonly ListedParticipant[] = mayReadRegister(actor)
    ? loaded.value
    : loaded.value.map((row) => ({ ...row, pledges: null, unresolved: null }));
  return ok({ rows: atOnce(rows), asOf: momentOf(at), marking, narrowed: false });
}

export async function loadParticipant(
  actor: Actor,
  code: string,
  at: NowOrAsOf,
): Promise<Result<ParticipantRow>> {
  if (!CODE.test(code)) return refuse("not-found");
  const [participant, cells] = await Promise.all([findOne(code, at), cellsFor(actor, at)]);
  return participant ? ok(rowOf(participant, cells)) : refuse("not-found");
}

async function findOne(code: string, at: NowOrAsOf): Promise<Participant | null> {
  if (!isPast(at)) return findParticipant(code);
  return participantsIn((await findPast(at)).snapshot).find((one) => one.code === code) ?? null;
}

async function cellsFor(actor: Actor, at: NowOrAsOf): Promise<readonly CoverageCell[]> {
  if (!mayReadRegister(actor)) return [];
  if (isPast(at)) {
    const { snapshot, day } = await findPast(at);
    return coverageIn(snapshot, day).cells;
  }
  const { timeZone } = await findSettings();
  return (await findCoverage(dayOf(at, timeZone))).cells;
}

function rowOf(participant: Participant, cells: readonly CoverageCell[]): ParticipantRow {
  const own = cells.filter((cell) => cell.participant === participant.code);
  return {
    ...participant,
    cells: own,
    pledges: own.reduce((all, cell) => all + cell.pledges, 0),
    unresolved: own.reduce((all, cell) => all + cell.unresolved, 0),
  };
}

const CODE = /^[A-Z]{2,4}$/;
