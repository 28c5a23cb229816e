"use client";
// A sum: its number, what kind of number that is, and its currency. "~£1.6bn" may be typed in the place of the number.
import { SelectControl, TextControl } from "@/components/form/controls";
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
  errors: ReadonlyMap<string, string>;
}

export function MoneyFields({ money, at, set, kinds, currencies, label, required, words, errors }: Props) {
  const shared = { errors, errorPrefix: words.errorPrefix };
  const change = (part: Partial<DraftMoney>) => set({ ...money, ...part });
  const understand = () => {
    const read = withMoneyRead(money);
    if (read !== money) set(read);
  };
  return (
    <>
      <TextControl
        {...shared}
        path={`${at}.${numberPath(money.kind)}`}
        label={label ?? words.amount}
        hint={words.amountHint}
        value={money.amount}
        onChange={(amount) => change({ amount })}
        onBlur={understand}
        required={required === true || (currencies !== null && money.currency !== "")}
      />
      <SelectControl
        {...shared}
        path={`${at}.kind`}
        label={words.moneyKind}
        value={money.kind}
        onChange={(kind) => change({ kind })}
        options={kinds}
      />
      {money.kind === "RANGE" ? (
        <TextControl
          {...shared}
          path={`${at}.max`}
          label={words.moneyTo}
          value={money.to}
          onChange={(to) => change({ to })}
          numeric
          required
        />
      ) : null}
      {currencies === null ? null : (
        <SelectControl
          {...shared}
          path={`${at}.currency`}
          label={words.currency}
          value={money.currency}
          onChange={(currency) => change({ currency })}
          options={currencies}
          none={words.noCurrency}
          required={required === true || money.amount.trim() !== ""}
        />
      )}
      {money.kind === "EXACT" && money.asStated === "" ? null : (
        <TextControl
          {...shared}
          path={`${at}.asStated`}
          label={words.moneyAsStated}
          value={money.asStated}
          onChange={(asStated) => change({ asStated })}
        />
      )}
    </>
  );
}
