"use client";
// A sum: its number, what kind of number that is, and its currency. "~£1.6bn" may be typed in the place of the number.
import { SelectControl, TextControl, textFields } from "@/components/form/controls";
import { useFieldErrors } from "@/components/form/field-errors";
import type { Option } from "@/components/form/words";
import { numberPath, withMoneyRead, type DraftMoney } from "./money-draft";

export type MoneyWords = Record<
  | "amount"
  | "amountHint"
  | "moneyKind"
  | "moneyTo"
  | "currency"
  | "noCurrency"
  | "moneyAsStated"
  | "errorPrefix",
  string
>;

interface Props {
  money: DraftMoney;
  /** Its path in the body. */
  at: string;
  set: (change: DraftMoney) => void;
  /** The kinds that may be chosen. */
  kinds: readonly Option[];
  /** Null: the currency is given, and named in the label. */
  currencies: readonly Option[] | null;
  label?: string;
  required?: boolean;
  words: MoneyWords;
}

export function MoneyFields({ money, at, set, kinds, currencies, label, required, words }: Props) {
  const { clear } = useFieldErrors();
  const change = (part: Partial<DraftMoney>) => set({ ...money, ...part });
  const fieldOf = textFields(money, change, at);
  const understand = () => {
    const read = withMoneyRead(money);
    if (read === money) return;
    set(read);
    clear?.(`${at}.currency`, `${at}.${numberPath(money.kind)}`);
  };
  return (
    <>
      <TextControl
        {...fieldOf("amount", numberPath(money.kind))}
        label={label ?? words.amount}
        hint={words.amountHint}
        onBlur={understand}
        required={required === true || (currencies !== null && money.currency !== "")}
      />
      <SelectControl {...fieldOf("kind")} label={words.moneyKind} options={kinds} />
      {money.kind === "RANGE" ? (
        <TextControl {...fieldOf("to", "max")} label={words.moneyTo} numeric required />
      ) : null}
      {currencies === null ? null : (
        <SelectControl
          {...fieldOf("currency")}
          label={words.currency}
          options={currencies}
          none={words.noCurrency}
          required={required === true || money.amount.trim() !== ""}
        />
      )}
      {money.kind === "EXACT" && money.asStated === "" ? null : (
        <TextControl {...fieldOf("asStated")} label={words.moneyAsStated} />
      )}
    </>
  );
}
