import "server-only";
import { type Actor, mayReadRegister } from "@/lib/domain/people/actor";
import {
  actsOf,
  FINDING_REFERENCE,
  stateOf,
  type Finding,
  type FindingState,
  type FindingFilter,
} from "@/lib/domain/oversight/finding";
import type {
  FindingRow,
  FindingDetails,
  FindingStep,
  KnownFinding,
} from "@/lib/domain/oversight/finding-details";
import { isId } from "@/lib/domain/base/id";
import type { Listed } from "@/lib/domain/base/listing";
import { meantBy, recordKey, type TitledRecord, type RecordKey } from "@/lib/domain/oversight/record-key";
import { refuse } from "@/lib/domain/base/refusal";
import { ok, type Result } from "@/lib/domain/base/result";
import type { LoggedEvent } from "@/lib/db/log/history";
import {
  countFindings,
  countStates,
  findFinding,
  findFindingEvents,
  findFindings,
  findUnclosedOn,
} from "@/lib/db/queries/oversight/findings";
import { findAllNamed, findNamed } from "@/lib/db/queries/named";
import { findingQuery } from "./filter";

/** Newest first. */
export async function loadFindings(actor: Actor, filter: FindingFilter): Promise<Result<Listed<FindingRow>>> {
  if (!mayReadRegister(actor)) return refuse("role");
  const [found, total] = await Promise.all([findFindings(filter), countFindings(filter)]);
  const rows = await rowsOf(found);
  return ok(findingQuery.page(rows, filter, total));
}

export async function loadFindingCounts(actor: Actor): Promise<Result<Record<FindingState, number>>> {
  return mayReadRegister(actor) ? ok(await countStates()) : refuse("role");
}

const SHOWN = 20;

/** The open findings on a record, and whether there are more than shown. */
export async function loadFindingsOn(
  actor: Actor,
  about: RecordKey,
): Promise<Result<{ findings: KnownFinding[]; more: boolean }>> {
  if (!mayReadRegister(actor)) return refuse("role");
  const found = await findUnclosedOn(about, SHOWN + 1);
  return ok({ findings: found.slice(0, SHOWN), more: found.length > SHOWN });
}

export async function loadFinding(actor: Actor, name: string): Promise<Result<FindingDetails>> {
  if (!mayReadRegister(actor)) return refuse("role");
  const finding = FINDING_REFERENCE.test(name) || isId(name) ? await findFinding(name) : null;
  if (!finding) return refuse("not-found");
  const events = await findFindingEvents(finding);
  const story = events.map(stepOf);
  const [first, last] = [story[0], story.at(-1)];
  if (!first || !last) throw new Error(`no event of ${finding.reference}`);
  const [row] = await rowsOf([{ finding, by: first.by, last: { by: last.by, at: last.at } }]);
  if (!row) throw new Error(`${finding.reference} is about nothing`);
  return ok({ ...row, version: finding.version, story, may: actsOf(actor, finding) });
}

/** The record that a typed reference or code names. */
export async function loadMeant(actor: Actor, typed: string): Promise<Result<TitledRecord>> {
  if (!mayReadRegister(actor)) return refuse("role");
  for (const name of meantBy(typed)) {
    const found = await findNamed(name);
    if (found) return ok(found);
  }
  return refuse("not-found");
}

async function rowsOf(found: readonly KnownFinding[]): Promise<FindingRow[]> {
  const named = await findAllNamed(found.map(({ finding }) => finding.about));
  return found.flatMap(({ finding, by, last }) => {
    const about = named.get(recordKey(finding.about));
    return about ? [{ finding, state: stateOf(finding), about, by, last }] : [];
  });
}

function stepOf({ seq, at, actorName, actorRole, after }: LoggedEvent): FindingStep {
  const { text, entries } = after as unknown as Finding;
  const last = entries.at(-1);
  const by = { name: actorName, role: actorRole };
  return last ? { seq, at, by, does: last.does, text: last.text } : { seq, at, by, does: "note", text };
}
