import type { Participant } from "@/lib/domain/participant";
import { pool } from "../client";
import { selectRecord, selectRecords } from "../records/select";

/** All of them: there are some forty. */
export const findParticipants = (): Promise<Participant[]> =>
  selectRecords(pool(), "participant", "true", [], "ORDER BY r.code");

export const findParticipant = (code: string): Promise<Participant | null> =>
  selectRecord(pool(), "participant", "r.code = $1", [code]);
