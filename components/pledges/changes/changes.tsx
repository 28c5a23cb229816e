import type { FieldChange } from "@/lib/domain/proposals/history";
import { NO_FACTS, type LeafFacts } from "@/lib/domain/conditions/leaf-facts";
import { fieldWords } from "@/lib/i18n/words/domain-words";
import { shownChanges } from "./shown-changes";
import { laterWords, valueWords } from "./value-words";

/** Field by field, old and new. `proposed`: a proposal, whose old value isn't known or doesn't matter. */
export function FieldChanges({
  changes,
  facts = NO_FACTS,
  proposed = false,
}: {
  changes: readonly FieldChange[];
  /** Facts about the leaves of conditions in the changes. */
  facts?: LeafFacts;
  proposed?: boolean;
}) {
  const shown = shownChanges(changes, proposed);
  if (shown.length === 0) return null;
  return (
    <dl className="change-list grid grid-cols-[196px_minmax(0,1fr)] max-md:grid-cols-[1fr]">
      {shown.map(({ field, from, to }) => (
        <Change
          key={field}
          name={fieldWords(field)}
          from={proposed ? null : valueWords(field, from, facts)}
          to={proposed ? valueWords(field, to, facts) : laterWords(field, from, to, facts)}
        />
      ))}
    </dl>
  );
}

function Change({ name, from, to }: { name: string; from: string | null; to: string }) {
  return (
    <>
      <dt className="text-muted">{name}</dt>
      <dd className="wrap-anywhere">
        {from === null ? null : <del>{from}</del>} <span aria-hidden="true">→</span> <ins>{to}</ins>
      </dd>
    </>
  );
}
