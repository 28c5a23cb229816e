import { isId } from "@/lib/domain/base/id";
import type { Baseline } from "@/lib/domain/oversight/baseline";
import { askPrisma } from "../../prisma";
import * as records from "../../records/baseline";

/** Latest moment first. */
export const findBaselines = (): Promise<Baseline[]> =>
  askPrisma((db) =>
    records.selectBaselines(db, { orderBy: [{ asOf: "desc" }, { createdAt: "desc" }, { id: "asc" }] }),
  );

/** By name or id. */
export const findBaseline = (name: string): Promise<Baseline | null> =>
  askPrisma((db) => records.selectBaseline(db, isId(name) ? { id: name } : { name }));
