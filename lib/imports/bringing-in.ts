// Brings the rows of a file onto the record, some at a time, each with its event: whoever else writes waits for one such
// handful at most, and a process that ends in the middle leaves the rest to the next.
import "server-only";
import { randomUUID } from "node:crypto";
import type { Actor } from "@/lib/domain/actor";
import type { ImportRecord } from "@/lib/domain/import";
import { isPlanned, pieceOf, planRow, pledgeOf, type RowPlan } from "@/lib/domain/import-plan";
import { titleKey, type CellSaid, type ImportRow } from "@/lib/domain/import-row";
import type { Pledge } from "@/lib/domain/pledge";
import { propose, type Proposal } from "@/lib/domain/proposal";
import { ok, type Result } from "@/lib/domain/result";
import { finishTrial, type ClaimedImport } from "@/lib/db/import-jobs";
import { countCameOf, rowsToImport } from "@/lib/db/import-rows";
import { write, type Tx } from "@/lib/db/write";
import { sourceLine } from "./came-from";

type Row = { number: number; understood: ImportRow };
type Standing = "go-on" | "stop" | "taken";

export async function bringIn(
  job: ClaimedImport,
  { person, worker }: { person: Actor; worker: string },
  tell: (done: number, total: number) => Promise<void>,
): Promise<void> {
  const { imported, toImport } = await countCameOf(job.id);
  const total = imported + toImport;
  const cells = new Seen();
  let done = imported;
  let standing: Standing = "go-on";
  while (standing === "go-on") {
    await tell(done, total);
    const rows = await rowsToImport(job.id, HANDFUL);
    if (rows.length === 0) break;
    const written = await write(person, (tx) => handful(tx, { job, person, worker, rows, cells }));
    if (!written.ok) throw new Error(`rows were refused: ${written.refusal.code}`);
    standing = written.value;
    done += rows.length;
  }
  if (standing !== "taken") await putOnRecord(job, person, worker, standing === "stop");
}

/** So many in a transaction: others' writes wait for it. */
export const HANDFUL = 400;

interface Handful {
  job: ClaimedImport;
  person: Actor;
  worker: string;
  rows: readonly Row[];
  cells: Seen;
}

async function handful(tx: Tx, { job, person, worker, rows, cells }: Handful): Promise<Result<Standing>> {
  const standing = await tx.lockImport(job.id, worker);
  if (standing !== "go-on") return ok(standing);
  const when = { at: tx.at, today: tx.today, timeZone: tx.settings.timeZone };
  const planned = rows.map((row) => ({ ...row, plan: planRow(person, row.understood, when) }));
  const good = planned.filter((row): row is Row & { plan: RowPlan } => isPlanned(row.plan));
  const sources = await tx.sourcesOnRecord(
    good.flatMap(({ understood }) => understood.evidence?.source ?? []),
  );
  const places = cellsOf(good);
  await tx.lockCells(places);
  // Somebody may have logged the same since it was tried.
  const since = await tx.titlesSince(places.map((cell) => ({ ...cell, number: cells.from(cell) })));
  const taken = new Map(
    since.map(({ reference, title, ...cell }) => [`${nameOf(cell)} ${titleKey(title)}`, reference]),
  );
  const onRecord = ({ understood }: Row): string | null =>
    taken.get(`${nameOf(understood)} ${titleKey(understood.title)}`) ?? null;
  const fresh = good
    .map((row, place) => ({ ...row, source: sources[place] }))
    .filter((row) => onRecord(row) === null);
  const references = await referencesFor(tx, fresh, cells);
  const pledges = fresh.map(({ understood, plan, source }, place) => {
    if (!understood.evidence || !source) throw new Error("a row without evidence isn't new");
    const evidence = [pieceOf(understood.evidence, randomUUID(), source.id, tx.at)];
    const coming = {
      id: randomUUID(),
      line: randomUUID(),
      reference: references[place] ?? "",
      evidence,
      ...when,
    };
    return pledgeOf(understood, plan.loggedAt, coming);
  });
  const lineOf = new Map(pledges.map(({ id }, place) => [id, sourceLine(job, fresh[place]?.number ?? 0)]));
  await tx.saveNew("pledge", pledges, ({ id }) => ({
    action: "pledge.logged",
    reason: lineOf.get(id) ?? null,
  }));
  await proposeStages(tx, { job, person }, fresh, pledges);
  await keepWords(tx, person, fresh, pledges);
  const cameOf = new Map(fresh.map(({ number }, place) => [number, references[place] ?? null]));
  await tx.noteImported(
    job.id,
    planned.map((row) => ({
      number: row.number,
      reference: cameOf.get(row.number) ?? null,
      onRecord: onRecord(row),
      fault: isPlanned(row.plan) ? null : (row.plan satisfies CellSaid),
    })),
  );
  return ok("go-on");
}

/** Up to which number each cell has been looked through. */
class Seen {
  private readonly next = new Map<string, number>();

  from(cell: Cell): number {
    return this.next.get(nameOf(cell)) ?? 1;
  }

  upTo(cell: Cell, number: number): void {
    this.next.set(nameOf(cell), number + 1);
  }
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

async function referencesFor(tx: Tx, rows: readonly { understood: Cell }[], seen: Seen): Promise<string[]> {
  const cells = cellsOf(rows).map((cell) => ({
    ...cell,
    pledges: rows.filter(({ understood }) => nameOf(understood) === nameOf(cell)).length,
  }));
  const first = cells.length === 0 ? [] : await tx.nextNumbers(cells);
  const next = new Map(cells.map((cell, place) => [nameOf(cell), first[place] ?? 0]));
  cells.forEach((cell, place) => seen.upTo(cell, (first[place] ?? 1) + cell.pledges - 1));
  return rows.map(({ understood }) => {
    const number = next.get(nameOf(understood)) ?? 0;
    next.set(nameOf(understood), number + 1);
    return `${nameOf(understood)}-${String(number).padStart(3, "0")}`;
  });
}

async function proposeStages(
  tx: Tx,
  { job, person }: { job: ClaimedImport; person: Actor },
  rows: readonly (Row & { plan: RowPlan })[],
  pledges: readonly Pledge[],
): Promise<void> {
  const proposals: Proposal[] = [];
  for (const [place, { understood, plan }] of rows.entries()) {
    const pledge = pledges[place];
    if (!pledge || plan.proposes === null) continue;
    const { id, reference, participant, priority, version } = pledge;
    const wish = {
      do: "stage" as const,
      to: plan.proposes,
      successor: null,
      changes: {},
      evidence: [],
      cites: [],
    };
    const asked = {
      id: randomUUID(),
      subject: "pledge" as const,
      subjectId: id,
      reference,
      participant,
      priority,
    };
    const reason = understood.reason ?? job.reason;
    const made = propose(
      person,
      { ...asked, concerns: [reference], wish, basedOn: version },
      reason,
      null,
      tx.at,
    );
    if (!made.ok) throw new Error(`a stage can't be proposed: ${made.refusal.code}`);
    proposals.push(made.value);
  }
  if (proposals.length > 0)
    await tx.saveNew("proposal", proposals, ({ reason }) => ({ action: "proposal.made", reason }));
}

/** What the file says of conditions in words that name nothing on record stays with the pledge, as a comment. */
async function keepWords(
  tx: Tx,
  person: Actor,
  rows: readonly Row[],
  pledges: readonly Pledge[],
): Promise<void> {
  const comments = rows.flatMap(({ understood }, place) => {
    const reference = pledges[place]?.reference;
    if (reference === undefined || understood.conditionWords.length === 0) return [];
    const text = understood.conditionWords.join("; ").slice(0, LONGEST_COMMENT);
    return [{ id: randomUUID(), pledge: reference, authorId: person.id, text, version: 1, createdAt: tx.at }];
  });
  if (comments.length > 0) await tx.saveNew("comment", comments, () => ({ action: "comment.written" }));
}

const LONGEST_COMMENT = 2_000;

/** Once, whichever process comes to the end. Where nothing came in there is nothing to record. */
async function putOnRecord(
  job: ClaimedImport,
  person: Actor,
  worker: string,
  stopped: boolean,
): Promise<void> {
  const { imported, proposed, left } = await countCameOf(job.id);
  if (imported === 0) return finishTrial({ id: job.id, worker }, false);
  const record: ImportRecord = {
    id: job.id,
    reference: job.reference,
    file: { name: job.file.name, sha256: job.file.sha256, rows: job.rows },
    imported,
    proposed,
    leftOut: left,
    undone: null,
    version: 0,
  };
  await write(person, async (tx) => {
    if ((await tx.lockImport(job.id, worker)) === "taken") return ok(null);
    await tx.save("import", null, record, { action: "import.made" });
    await tx.endImport(job.id, stopped ? "CANCELLED" : "DONE");
    return ok(null);
  });
}
