// A sum in columns. The column named Amount has exact sums only, because someone may add it up.
import { isExact, moneyEnds, type Money } from "../../pledge/money";
import { textField, type Column } from "../table";

type SumOf<In> = (from: In) => Money | null | undefined;

/** Of an exact sum; empty for any other. */
export const exactAmount = <In>(of: SumOf<In>): Column<In> =>
  textField((from) => {
    const money = of(from);
    return money && isExact(money) ? money.amount : null;
  });

/** Of any sum: its kind, both ends, and the source's words. An exact sum has the same value at both ends. */
export const sumColumns = <In>(name: string, of: SumOf<In>): Record<string, Column<In>> => {
  const endsOf = (from: In) => {
    const money = of(from);
    return money ? moneyEnds(money) : null;
  };
  return {
    [`${name}Kind`]: textField((from) => endsOf(from)?.kind),
    [`${name}Min`]: textField((from) => endsOf(from)?.min),
    [`${name}Max`]: textField((from) => endsOf(from)?.max),
    [`${name}AsStated`]: textField((from) => endsOf(from)?.asStated),
  };
};
