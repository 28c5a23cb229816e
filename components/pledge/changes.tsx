import type { Json } from "@/lib/domain/canonical";
import type { FieldChange } from "@/lib/domain/history";
import { NO_FACTS, type LeafFacts } from "@/lib/domain/leaf-facts";
import { fieldWords } from "@/lib/i18n/domain-words";
import { laterWords, valueWords } from "./value-words";

/** Field by field, old and new. `wished`: what was before isn't known, or isn't the matter. */
export function Changes({
  changes,
  facts = NO_FACTS,
  wished = false,
}: {
  changes: readonly FieldChange[];
  /** Of what conditions among them name. */
  facts?: LeafFacts;
  wished?: boolean;
}) {
  if (changes.length === 0) return null;
  return (
    <dl className="chg">
      {changes.flatMap(oneEach).map(({ field, from, to }) => (
        <Change
          key={field}
          name={fieldWords(field)}
          from={wished ? null : valueWords(field, from, facts)}
          to={wished ? valueWords(field, to, facts) : laterWords(field, from, to, facts)}
        />
      ))}
    </dl>
  );
}

/** Contributions that came with the pledge, each on its own. */
function oneEach(change: FieldChange): FieldChange[] {
  const { field, from, to } = change;
  if (field !== "contributions" || from !== null || !Array.isArray(to) || to.length === 0) return [change];
  return (to as readonly Json[]).map((line, index) => ({ field: `${field}.${index}`, from, to: line }));
}

function Change({ name, from, to }: { name: string; from: string | null; to: string }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>
        {from === null ? null : <del>{from}</del>} <span aria-hidden="true">→</span> <ins>{to}</ins>
      </dd>
    </>
  );
}
