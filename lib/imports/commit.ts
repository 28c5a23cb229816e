// Imports a file's rows in small batches, each row with its event. Other writers wait for one batch at most, and a
// process that dies leaves the rest to the next.
import "server-only";
import { randomUUID } from "node:crypto";
import type { Actor } from "@/lib/domain/people/actor";
import { isPlanned, pieceOf, planRow, plannedPledge, type RowPlan } from "@/lib/domain/import/import-plan";
import { titleKey, type ImportRow } from "@/lib/domain/import/import-row";
import type { CellMessage } from "@/lib/domain/import/row-messages";
import { cited } from "@/lib/domain/pledge/evidence";
import { ok, type Result } from "@/lib/domain/base/result";
import { triedUpTo, type ClaimedImport } from "@/lib/db/jobs/imports";
import { countResults, rowsToImport } from "@/lib/db/jobs/import-job-rows";
import { numbersToImport } from "@/lib/db/statements/import-rows";
import { findHead } from "@/lib/db/past/position";
import { write, type Tx } from "@/lib/db/write";
import { commentUnmatchedWords, proposeStages } from "./propose-stages";
import { sourceLine } from "./provenance";
import { orThrow, recordAndEnd } from "./record-import";

type Row = { number: number; understood: ImportRow };
type LockOutcome = "go-on" | "stop" | "taken";

export async function commitImport(
  job: ClaimedImport,
  { person, worker }: { person: Actor; worker: string },
  report: (done: number, total: number) => Promise<void>,
): Promise<void> {
  const { imported, toImport } = await countResults(job.id);
  const total = imported + toImport;
  let since = await triedUpTo(job.id);
  let done = imported;
  let few = HANDFUL;
  let lock: LockOutcome = "go-on";
  const numbers = await numbersToImport(job.id);
  const next = (): Promise<Row[]> => rowsToImport(job.id, numbers.splice(0, few));
  let coming = next();
  while (lock === "go-on") {
    const [rows, { seq }] = await Promise.all([coming, findHead(), report(done, total)]);
    if (rows.length === 0) break;
    // The next rows are read while these are written.
    coming = next();
    coming.catch(() => undefined);
    const began = performance.now();
    lock = orThrow(await write(person, (tx) => handful(tx, { job, person, worker, rows, since })));
    since = seq;
    done += rows.length;
    const tookMs = performance.now() - began;
    if (tookMs > AT_EASE_MS) few = Math.max(FEWEST, Math.floor(few / 2));
    else if (tookMs < AT_EASE_MS / 2) few = Math.min(MOST, few * 2);
  }
  if (lock !== "taken") await recordAndEnd(job, { person, worker }, lock === "stop" ? "CANCELLED" : "DONE");
}

/** Rows in the first transaction. Others' writes wait for each batch, so the size adapts to keep it short. */
const HANDFUL = 400;
const FEWEST = 100;
const MOST = 1_600;
const AT_EASE_MS = 1_000;

interface Handful {
  job: ClaimedImport;
  person: Actor;
  worker: string;
  rows: readonly Row[];
  /** The last log event at the time of these rows' dry run. */
  since: number;
}

async function handful(tx: Tx, { job, person, worker, rows, since }: Handful): Promise<Result<LockOutcome>> {
  const lock = await tx.lockImport(job.id, worker);
  if (lock !== "go-on") return ok(lock);
  const when = { at: tx.at, today: tx.today, timeZone: tx.settings.timeZone };
  const named = await tx.pledges.named(rows.flatMap(({ understood: { sameAs } }) => sameAs?.pledge ?? []));
  const planned = rows.map((row) => ({ ...row, plan: planRow(person, row.understood, when, named) }));
  const good = planned.filter((row): row is Row & { plan: RowPlan } => isPlanned(row.plan));
  const sources = await tx.sourcesOnRecord(
    good.flatMap(({ understood }) => understood.evidence?.source ?? []),
  );
  const places = cellsOf(good);
  await tx.pledges.lockCells([...places, ...jointCellsOf(good)]);
  // Someone may have logged the same pledge since the dry run.
  const others = await tx.pledges.titlesSince(since, places);
  const taken = new Map(
    others.map(({ reference, title, ...cell }) => [`${nameOf(cell)} ${titleKey(title)}`, reference]),
  );
  const onRecord = ({ understood }: Row): string | null =>
    taken.get(`${nameOf(understood)} ${titleKey(understood.title)}`) ?? null;
  const fresh = good
    .map((row, place) => ({ ...row, source: sources[place] }))
    .filter((row) => onRecord(row) === null);
  const references = await referencesFor(tx, fresh);
  const pledges = fresh.map(({ understood, plan, source }, place) => {
    if (!understood.evidence || !source) throw new Error("a row without evidence isn't new");
    const evidence = [
      pieceOf({ ...understood.evidence, source: cited(source) }, randomUUID(), source.id, tx.at),
    ];
    const coming = {
      id: randomUUID(),
      line: randomUUID(),
      reference: references[place] ?? "",
      evidence,
      sameAs: plan.sameAs,
      ...when,
    };
    return plannedPledge(person, understood, plan.loggedAt, coming);
  });
  const lineOf = new Map(pledges.map(({ id }, place) => [id, sourceLine(job, fresh[place]?.number ?? 0)]));
  await tx.saveNew("pledge", pledges, ({ id }) => ({
    action: "pledge.logged",
    reason: lineOf.get(id) ?? null,
  }));
  await proposeStages(tx, { job, person }, fresh, pledges);
  await commentUnmatchedWords(tx, person, fresh, pledges);
  const cameOf = new Map(fresh.map(({ number }, place) => [number, references[place] ?? null]));
  await tx.noteImported(
    job.id,
    planned.map((row) => ({
      number: row.number,
      reference: cameOf.get(row.number) ?? null,
      onRecord: onRecord(row),
      fault: isPlanned(row.plan) ? null : (row.plan satisfies CellMessage),
    })),
  );
  return ok(lock);
}

type Cell = Pick<ImportRow, "participant" | "priority">;

const nameOf = ({ participant, priority }: { participant: string; priority: number }): string =>
  `${participant}-${String(priority)}`;

const cellsOf = (rows: readonly { understood: Cell }[]): Cell[] => [
  ...new Map(
    rows.map(({ understood: { participant, priority } }) => [
      nameOf({ participant, priority }),
      { participant, priority },
    ]),
  ).values(),
];

/** The cells of participants that promise jointly: they change too. */
const jointCellsOf = (rows: readonly { understood: ImportRow }[]): Cell[] =>
  rows.flatMap(({ understood: { jointWith = [], priority } }) =>
    jointWith.map((participant) => ({ participant, priority })),
  );

async function referencesFor(tx: Tx, rows: readonly { understood: Cell }[]): Promise<string[]> {
  const cells = cellsOf(rows).map((cell) => ({
    ...cell,
    pledges: rows.filter(({ understood }) => nameOf(understood) === nameOf(cell)).length,
  }));
  const first = cells.length === 0 ? [] : await tx.pledges.nextNumbers(cells);
  const given = new Map(cells.map((cell, place) => [nameOf(cell), (first[place] ?? 1) - 1]));
  return rows.map(({ understood }) => {
    const number = (given.get(nameOf(understood)) ?? 0) + 1;
    given.set(nameOf(understood), number);
    return `${nameOf(understood)}-${String(number).padStart(3, "0")}`;
  });
}
