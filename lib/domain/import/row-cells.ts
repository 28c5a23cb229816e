// Cells that only rows of pledges have: grades, days of notice, references, keepers, sums.
import type { ReadAmount } from "./amounts/money";
import { amountIn } from "./cells/amount";
import { quotedCell, read, unread, type CellRead } from "./cells/cell";
import { emailIn, lineIn } from "./cells/text";
import { CREDIBILITIES, RELIABILITIES, type Credibility, type Reliability } from "../pledge/evidence";
import { CONTRIBUTION_FIELDS } from "../pledge/contribution";
import { TEXT_LIMITS } from "../pledge/pledge-fields";
import { moneyEnds } from "../pledge/money";
import { NOT_STATED } from "../pledge/quantity";

/** Words are kept as they are; too long ones are refused. */
export function checked(answer: CellRead<ReadAmount>): CellRead<ReadAmount> {
  const { quantity, money } = answer.ok ? answer.value : NOTHING;
  const words = [quantity.asStated, money && moneyEnds(money).asStated].flatMap((one) => one ?? []);
  return words.map(lineIn(TEXT_LIMITS.asStated)).find((line) => !line.ok) ?? answer;
}

const NOTHING: ReadAmount = { quantity: NOT_STATED, money: null };

/** In a column of sums, words describe a sum. */
export function sumIn(cell: string, currency: string): CellRead<ReadAmount> {
  const answer = amountIn(cell, currency);
  if (!answer.ok) return answer;
  const { money, quantity } = answer.value;
  if (money !== null || quantity.kind === "NOT_STATED") return read({ quantity, money }, answer.note);
  return quantity.kind === "QUALITATIVE"
    ? read(answer.value, { code: "sum-as-words", params: { text: quotedCell(cell) } })
    : unread("which-currency", { text: quotedCell(cell) });
}

export const reliabilityIn = (cell: string): CellRead<Reliability> => {
  const found = RELIABILITIES.find((one) => one === cell.slice(0, 1).toUpperCase());
  return found && /^[A-F](?:[1-6]|\b)/i.test(cell)
    ? read(found)
    : unread("unknown-reliability", { text: quotedCell(cell) });
};

export const credibilityIn = (cell: string): CellRead<Credibility> => {
  const found = CREDIBILITIES.find(
    (one) => cell === String(one) || (/^[A-F][1-6]$/i.test(cell) && cell.endsWith(String(one))),
  );
  return found ? read(found) : unread("unknown-credibility", { text: quotedCell(cell) });
};

export const daysInCell = (cell: string): CellRead<number> => {
  const match = /^(\d{1,4})(?:\s*(?:days?|d|jours?|tage?|днів|день|дні))?$/iu.exec(cell);
  const days = Number(match?.[1]);
  return match && days <= CONTRIBUTION_FIELDS.noticeToMoveDays.limit
    ? read(days)
    : unread("not-days", { text: quotedCell(cell) });
};

export const referenceIn = (cell: string): CellRead<string> =>
  /^[A-Z]{2,4}-[1-5]-\d{3,6}$/i.test(cell)
    ? read(cell.toUpperCase())
    : unread("not-a-reference", { text: quotedCell(cell) });

export function keeperIn(cell: string, keepers: ReadonlySet<string>): CellRead<string> {
  const email = emailIn(cell);
  return !email.ok || keepers.has(email.value) ? email : unread("not-a-keeper", { text: quotedCell(cell) });
}
