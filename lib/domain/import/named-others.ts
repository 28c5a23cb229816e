// Other participants a row names: those who promise jointly, and those on whose behalf it is promised.
import { LINK_FIELDS, type LinkField } from "../pledge/link";
import { read, type CellRead } from "./cells/cell";

/** Several in one cell, as "FR, GB and DE". The state of a claim, which our own exports add, is ignored. */
export const severalIn =
  (participantIn: (cell: string) => CellRead<string>) =>
  (cell: string): CellRead<string[]> => {
    const whole = participantIn(cell);
    if (whole.ok) return read([whole.value]);
    const answers = cell
      .replace(/\((?:CLAIMED|DECLINED)\)/g, "")
      .split(/[;,\n/+&]|\s(?:and|et|та|і|й)\s/u)
      .map((part) => part.trim())
      .filter((part) => part !== "")
      .map(participantIn);
    const wrong = answers.find((answer) => !answer.ok);
    return wrong ?? read(answers.flatMap((answer) => (answer.ok ? [answer.value] : [])));
  };

interface Cells {
  codes: (field: LinkField) => string[];
  fault: (field: LinkField, code: "names-itself" | "named-twice") => void;
}

/** Each once; a field in which nobody is named is left out. */
export function namedOthers(
  participant: string | null,
  { codes, fault }: Cells,
): Partial<Record<LinkField, string[]>> {
  const named = LINK_FIELDS.map((field) => [field, [...new Set(codes(field))]] as const);
  for (const [field, list] of named)
    if (participant !== null && list.includes(participant)) fault(field, "names-itself");
  const { jointWith, onBehalfOf } = Object.fromEntries(named) as Record<LinkField, string[]>;
  if (jointWith.some((code) => onBehalfOf.includes(code))) fault("onBehalfOf", "named-twice");
  return Object.fromEntries(named.filter(([, list]) => list.length > 0));
}
