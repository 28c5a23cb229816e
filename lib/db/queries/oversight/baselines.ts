import { isId } from "@/lib/domain/base/id";
import type { Baseline } from "@/lib/domain/people/person";
import { askPrisma } from "../../prisma";
import * as records from "../../records/baseline";

/** All of them, the latest moment first. */
export const findBaselines = (): Promise<Baseline[]> =>
  askPrisma((db) =>
    records.selectBaselines(db, { orderBy: [{ asOf: "desc" }, { createdAt: "desc" }, { id: "asc" }] }),
  );

/** By its name or its id. */
export const findBaseline = (name: string): Promise<Baseline | null> =>
  askPrisma((db) => records.selectBaseline(db, isId(name) ? { id: name } : { name }));
