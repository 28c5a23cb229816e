import type { Trigger } from "@/lib/domain/trigger";
import { pool } from "../client";
import { selectRecords } from "../records/select";

/** Dormant ones first, each group in the order in which they were recorded. */
export const findTriggers = (): Promise<Trigger[]> =>
  selectRecords(
    pool(),
    "trigger",
    "true",
    [],
    "ORDER BY r.waiting = 'BLOCKING', r.created_at, r.code LIMIT 1000",
  );
