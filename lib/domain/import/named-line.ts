// The line of a pledge on record that a row says is the same unit or sum as its own.
import type { Pledge } from "../pledge/pledge";
import type { NamedLine } from "../pledge/same-as";
import { whyNotSame } from "../requirements/same-line";
import { quotedCell, read, unread, type CellRead } from "./cells/cell";
import type { CellMessage, ImportRow } from "./import-row";

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

/** Null where the row names none. `named`: pledges on record by reference. */
export function lineNamed(
  { sameAs, quantity, money }: ImportRow,
  hasLine: boolean,
  named: ReadonlyMap<string, Pledge>,
): NamedLine | CellMessage | null {
  if (!sameAs) return null;
  const fault = (code: string, params?: CellMessage["params"]): CellMessage => ({
    ...{ field: "sameAs", code },
    ...(params ? { params } : {}),
  });
  if (!hasLine) return fault("no-line-here");
  const pledge = named.get(sameAs.pledge);
  if (!pledge || pledge.voided !== null) return fault("no-such-pledge", { text: sameAs.pledge });
  const { contributions: lines } = pledge;
  if (sameAs.line === null && lines.length > 1)
    return fault("which-line", { text: sameAs.pledge, max: lines.length });
  const line = lines.find(({ id }, index) => [index + 1, id].includes(sameAs.line ?? 1));
  if (!line) return fault("no-such-line", { text: sameAs.pledge, max: lines.length });
  const found = { pledge: pledge.reference, contribution: line.id };
  const why = whyNotSame({ id: "", quantity, money }, { ...found, line });
  return why === null ? found : fault(why);
}
