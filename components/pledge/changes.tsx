import type { FieldChange } from "@/lib/domain/history";
import { fieldWords } from "@/lib/i18n/domain-words";
import { valueWords } from "./value-words";

/** Field by field, old and new. `wished`: what was before isn't known, or isn't the matter. */
export function Changes({ changes, wished = false }: { changes: readonly FieldChange[]; wished?: boolean }) {
  if (changes.length === 0) return null;
  return (
    <dl className="chg">
      {changes.map(({ field, from, to }) => (
        <Change
          key={field}
          name={fieldWords(field)}
          from={wished ? null : valueWords(field, from)}
          to={valueWords(field, to)}
        />
      ))}
    </dl>
  );
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
