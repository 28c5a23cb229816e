// The outcome of each row of a file, without writing to the record.
import "server-only";
import { whyNotChange, type Actor } from "@/lib/domain/people/actor";
import { titleKey, readRow, type ImportRow, type RowReading } from "@/lib/domain/import/import-row";
import type { CellMessage } from "@/lib/domain/import/row-messages";
import { fieldsOtherwise } from "@/lib/domain/import/import-same";
import { isPlanned, planRow, type RowDay } from "@/lib/domain/import/import-plan";
import type { Pledge } from "@/lib/domain/pledge/pledge";
import { pledgesNamed, titlesOnRecord } from "@/lib/db/jobs/import-job-rows";
import type { FileRow, RowTried } from "@/lib/db/statements/import-rows";
import { withLinesAlike } from "./alike";

/** Dry-runs rows of one file; records are looked up once per participant and priority. */
export class DryRun {
  private readonly known = new Map<string, Map<string, string>>();

  constructor(
    private readonly actor: Actor,
    private readonly reading: RowReading,
    private readonly when: RowDay,
  ) {}

  async rows(rows: readonly FileRow[]): Promise<RowTried[]> {
    const read = rows.map(({ number, cells, marks }) => {
      const one = readRow(cells, this.reading, marks);
      const reference = one.row?.reference ?? marks?.is ?? null;
      return { number, ...one, row: one.row && { ...one.row, reference } };
    });
    await this.lookUp(read.flatMap(({ row }) => row ?? []));
    const references = read.flatMap(({ row }) => [row?.reference ?? [], row?.sameAs?.pledge ?? []].flat());
    const named = new Map(
      (await pledgesNamed([...new Set(references)])).map((pledge) => [pledge.reference, pledge]),
    );
    const tried = read.map(({ number, participant, row, faults, notes }) => {
      const none = {
        number,
        participant,
        understood: null,
        notes,
        titleKey: null,
        proposes: null,
        onRecord: null,
        unchanged: false,
      };
      // Its other errors are for officers of that desk to fix; an answer for the participant may be wrong.
      const why = participant === null ? null : whyNotChange(this.actor, participant);
      if (participant !== null && why !== null && !row?.reference)
        return {
          ...none,
          notes: notes.filter(({ field }) => field === "participant"),
          faults: [{ field: "participant" as const, code: why, params: { participant } }],
        };
      if (row === null) return { ...none, faults };
      return { ...none, ...this.judged(row, notes, named) };
    });
    return withLinesAlike(tried, { actor: this.actor, when: this.when, named });
  }

  private judged(
    row: ImportRow,
    notes: CellMessage[],
    named: ReadonlyMap<string, Pledge>,
  ): Omit<RowTried, "number" | "participant"> {
    const key = titleKey(row.title);
    const onRecord = this.known.get(cellOf(row))?.get(key) ?? null;
    const read = {
      understood: row,
      faults: [],
      notes,
      titleKey: key,
      proposes: null,
      onRecord,
      unchanged: false,
    };
    const wrong = (message: CellMessage) => ({
      ...read,
      understood: null,
      faults: [message],
      titleKey: null,
      onRecord: null,
    });
    if (row.reference !== null) {
      const pledge = named.get(row.reference);
      if (!pledge)
        return wrong({ field: "reference", code: "unknown-reference", params: { text: row.reference } });
      const otherwise = fieldsOtherwise(row, pledge);
      const isSame = otherwise.length === 0;
      const params = { fields: otherwise.join(",") };
      const onIt: CellMessage[] = [
        ...(pledge.voided === null ? [] : [{ field: "reference" as const, code: "is-void" }]),
        ...(isSame ? [] : [{ field: "reference" as const, code: "says-otherwise", params }]),
      ];
      return {
        ...read,
        onRecord: row.reference,
        unchanged: isSame,
        notes: [...notes, ...onIt],
      };
    }
    const plan = planRow(this.actor, row, this.when, named);
    if (!isPlanned(plan)) return wrong(plan);
    // By its id: lines may change places before the file is imported.
    const sameAs = plan.sameAs && { pledge: plan.sameAs.pledge, line: plan.sameAs.contribution };
    return { ...read, understood: { ...row, ...(sameAs ? { sameAs } : {}) }, proposes: plan.proposes };
  }

  private async lookUp(rows: readonly ImportRow[]): Promise<void> {
    const cells = new Map(
      rows.filter((row) => !this.known.has(cellOf(row))).map((row) => [cellOf(row), row]),
    );
    if (cells.size === 0) return;
    for (const cell of cells.keys()) this.known.set(cell, new Map());
    for (const { reference, title, ...cell } of await titlesOnRecord([...cells.values()])) {
      const titles = this.known.get(cellOf(cell));
      const key = titleKey(title);
      if (titles && !titles.has(key)) titles.set(key, reference);
    }
  }
}

const cellOf = ({ participant, priority }: { participant: string; priority: number }): string =>
  `${participant} ${String(priority)}`;
