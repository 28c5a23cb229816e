import type { DraftRow, DraftsWords } from "./rows";

/** The words that a draft rests on, how much, by when and under which condition. */
export function DraftFacts({ row, words }: { row: DraftRow; words: DraftsWords }) {
  const { quote, by, conditions } = row;
  return (
    <dl className="mb-3 grid grid-cols-[128px_minmax(0,1fr)] gap-x-3 gap-y-1 max-md:grid-cols-1">
      <dt className="text-muted">{words.words}</dt>
      <dd className="wrap-anywhere">{quote}</dd>
      <dt className="text-muted">{words.howMuch}</dt>
      <dd>{row.howMuch ?? words.notStated}</dd>
      <dt className="text-muted">{words.by}</dt>
      <dd>{by ?? words.notStated}</dd>
      <dt className="text-muted">{words.stated}</dt>
      <dd>
        {conditions.length === 0
          ? words.noCondition
          : conditions.map((one) => <p key={one.means}>{one.means}</p>)}
      </dd>
    </dl>
  );
}
