/** A change's place in the log: the positions of its entries, and the leaf hash of the last, which chains the others. */
export interface Receipt {
  first: number;
  last: number;
  leafHash: string;
}

/** "998", or "996-998". */
export const entriesOf = ({ first, last }: Receipt): string =>
  first === last ? String(last) : `${String(first)}-${String(last)}`;

const ENTRIES = /^([1-9]\d{0,15})(?:-([1-9]\d{0,15}))?$/;
const LEAF_HASH = /^[0-9a-f]{64}$/;

/** Null: not a receipt. */
export function receiptIn(entries: string | null, leafHash: string | null): Receipt | null {
  const [, first, last = first] = ENTRIES.exec(entries ?? "") ?? [];
  if (first === undefined || leafHash === null || !LEAF_HASH.test(leafHash)) return null;
  return { first: Number(first), last: Number(last), leafHash };
}
