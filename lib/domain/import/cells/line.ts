import { quotedCell, read, unread, type CellRead } from "./cell";

/** As a cell names it: by its place in its pledge, from 1, or its id; null: the only line of that pledge. */
export interface LineInCell {
  pledge: string;
  line: number | string | null;
}

const NAMED =
  /^(?:\d+ ?= ?)?([a-z]{2,4}-[1-5]-\d{3,6})(?:(?:[,:/#]| ?\(| ) ?(?:(?:line|ligne|zeile|рядок|no\.?) ?)?(?:#? ?(\d{1,3})|([\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}))\)?)?$/iu;

/** "GB-3-002", "GB-3-002, line 2", and as our own exports say it. */
export function lineInCell(cell: string): CellRead<LineInCell> {
  const [, pledge, place, id] = NAMED.exec(cell.replace(/\((?:CLAIMED|DECLINED)\)/g, "").trim()) ?? [];
  if (pledge === undefined) return unread("not-a-line", { text: quotedCell(cell) });
  return read({ pledge: pledge.toUpperCase(), line: place ? Number(place) : (id?.toLowerCase() ?? null) });
}
