import { isId } from "@/lib/domain/id";
import type { Baseline } from "@/lib/domain/person";
import { pool } from "../client";
import { selectRecord, selectRecords } from "../records/select";

/** All of them, the latest moment first. */
export const findBaselines = (): Promise<Baseline[]> =>
  selectRecords(pool(), "baseline", "true", [], "ORDER BY r.as_of DESC, r.created_at DESC, r.id");

/** By its name or its id. */
export const findBaseline = (name: string): Promise<Baseline | null> =>
  isId(name)
    ? selectRecord(pool(), "baseline", "r.id = $1", [name])
    : selectRecord(pool(), "baseline", "r.name = $1", [name]);
