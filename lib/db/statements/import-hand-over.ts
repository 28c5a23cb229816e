// Moves the rows of another desk out of a file into a new one.
import "server-only";
import { randomUUID } from "node:crypto";
import type { Instant } from "@/lib/domain/base/day";
import type { FileForm } from "@/lib/domain/import/file-form";
import { MOST_OPEN_IMPORTS } from "@/lib/domain/import/import";
import type { Actor } from "@/lib/domain/people/actor";
import { inPrismaTransaction, type Db } from "../prisma";
import { date, fromJson, jsonOf } from "../records/codec";
import { lock } from "../sql/lock";
import { hoursBefore, lockName } from "../sql/moment";
import { sql } from "../sql/sql";
import { moveRowsOf, recount } from "./import-rows";

export interface RowsOfDesk {
  id: string;
  desk: readonly string[];
  by: Pick<Actor, "id" | "name">;
  at: Instant;
}

export type NotHanded = "in-progress" | "too-many-imports" | "no-rows-of-desk";

/** The new file's id. In one transaction: each row is in one file, before and after. */
export function handOver({ id, desk, by, at }: RowsOfDesk): Promise<{ id: string } | NotHanded> {
  return inPrismaTransaction<{ id: string } | NotHanded>(
    async ({ db }) => {
      const moment = await lockName(db, "import_job");
      const untouched = sql`id = ${id}::uuid AND state = 'CHECKED' AND imported = 0`;
      if ((await lock(db, "import_job", untouched)).length === 0) return "in-progress";
      const waiting = await db.importJob.count({
        where: {
          handedBy: { path: ["id"], equals: by.id },
          state: "READ",
          createdAt: { gt: hoursBefore(moment.at, 24) },
        },
      });
      if (waiting >= MOST_OPEN_IMPORTS) return "too-many-imports";
      const before = await db.importJob.findUniqueOrThrow({ where: { id } });
      const { _max: last } = await db.importJob.aggregate({ _max: { number: true } });
      const { is, encoding, delimiter, sheet, otherSheets } = fromJson<FileForm>(before.form);
      const made = await db.importJob.create({
        data: {
          id: randomUUID(),
          number: (last.number ?? 0) + 1,
          personId: by.id,
          personName: by.name,
          fileName: before.fileName,
          bytes: before.bytes,
          sha256: before.sha256,
          // Its lines stay with the file that they came from: this one can't be laid out again.
          form: jsonOf({ is, encoding, delimiter, sheet, otherSheets }),
          header: before.header,
          rows: 0,
          columns: jsonOf(fromJson(before.columns)),
          fileValues: jsonOf(fromJson(before.fileValues)),
          createdAt: date(at),
          desk: [...desk],
          handedBy: jsonOf({ id: by.id, name: by.name }),
          handedFrom: before.number,
        },
      });
      const moved = await moveRowsOf(db, { from: id, to: made.id, desk });
      if (moved === 0) return "no-rows-of-desk";
      await db.importJob.update({
        where: { id },
        data: { rows: { decrement: moved } },
        select: { id: true },
      });
      await recount(db, id);
      return db.importJob.update({ where: { id: made.id }, data: { rows: moved }, select: { id: true } });
    },
    (result) => (typeof result === "string" ? "ROLLBACK" : "COMMIT"),
  );
}

/** Ids of files whose participants all are on this desk, and of those that the person handed over. */
export async function handedTo(
  db: Db,
  { id, desk }: { id: string; desk: readonly string[] },
): Promise<string[]> {
  const found = await db.$queryRaw<{ id: string }[]>`
    SELECT id FROM import_job WHERE desk <> '{}' AND (desk <@ ${[...desk]}::text[] OR handed_by->>'id' = ${id})`;
  return found.map((one) => one.id);
}
