import { isId } from "@/lib/domain/id";
import type { Baseline } from "@/lib/domain/person";
import { prisma } from "../prisma";
import * as records from "../records/baseline";

/** All of them, the latest moment first. */
export const findBaselines = (): Promise<Baseline[]> =>
  records.findBaselines(prisma(), { orderBy: [{ asOf: "desc" }, { createdAt: "desc" }, { id: "asc" }] });

/** By its name or its id. */
export const findBaseline = (name: string): Promise<Baseline | null> =>
  records.findBaseline(prisma(), isId(name) ? { id: name } : { name });
