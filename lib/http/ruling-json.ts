import type { RulingRow } from "@/lib/domain/proposals/ruling";
import { rulingJson } from "./pledge-json";

export const rulingRowJson = (row: RulingRow) => ({
  ...rulingJson(row),
  participant: row.participant,
  title: row.title,
  current: row.current,
});
