// The line of a pledge on record that a row says is the same unit or sum as its own.
import type { Pledge } from "../pledge/pledge";
import type { NamedLine } from "../pledge/same-as";
import { whyNotSame } from "../requirements/same-line";
import type { ImportRow } from "./import-row";
import type { CellMessage } from "./row-messages";

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
