import "server-only";
import type { Actor } from "@/lib/domain/actor";
import { dayOf, type Instant } from "@/lib/domain/day";
import type { CoverageCell, ParticipantRow } from "@/lib/domain/matrix";
import type { Participant } from "@/lib/domain/participant";
import { refuse } from "@/lib/domain/refusal";
import { ok, type Result } from "@/lib/domain/result";
import { atOnce, type TableView } from "@/lib/domain/table-view";
import type { ListedParticipant } from "@/lib/domain/tables/lists";
import { findCoverage } from "@/lib/db/read/coverage";
import { findParticipant, findParticipants } from "@/lib/db/read/participants";
import { findSettings } from "@/lib/db/read/settings";
import { reachesRegister } from "@/lib/db/reach";

/** Who takes part, by code, without what they pledged: for names and choices. */
export async function loadParticipantList(_actor: Actor, _at: Instant): Promise<Result<Participant[]>> {
  return ok(await findParticipants());
}

/** All participants, by code. Everybody may know who takes part; what they pledged is the register's. */
export async function loadParticipants(actor: Actor, at: Instant): Promise<Result<ParticipantRow[]>> {
  const [participants, cells] = await Promise.all([findParticipants(), cellsFor(actor, at)]);
  return ok(participants.map((participant) => rowOf(participant, cells)));
}

/** The same as it is taken away: without figures for who may not read the register. */
export async function loadParticipantsCsv(
  actor: Actor,
  _filter: null,
  at: Instant,
): Promise<Result<TableView<ListedParticipant>>> {
  const [loaded, { marking }] = await Promise.all([loadParticipants(actor, at), findSettings()]);
  if (!loaded.ok) return loaded;
  const rows: readonly ListedParticipant[] = reachesRegister(actor)
    ? loaded.value
    : loaded.value.map((row) => ({ ...row, pledges: null, unresolved: null }));
  return ok({ rows: atOnce(rows), asOf: at, marking, narrowed: false });
}

export async function loadParticipant(
  actor: Actor,
  code: string,
  at: Instant,
): Promise<Result<ParticipantRow>> {
  if (!CODE.test(code)) return refuse("not-found");
  const [participant, cells] = await Promise.all([findParticipant(code), cellsFor(actor, at)]);
  return participant ? ok(rowOf(participant, cells)) : refuse("not-found");
}

async function cellsFor(actor: Actor, at: Instant): Promise<readonly CoverageCell[]> {
  if (!reachesRegister(actor)) return [];
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
