"use client";
import type { FilterFieldWords, OfferedTerm } from "./use-terms";

interface Props {
  terms: readonly OfferedTerm[];
  active: number;
  words: FilterFieldWords;
  onTake: (place: number) => void;
}

/** Below the field: each term with its meaning and, of pledges, how many it would leave. */
export function SuggestedTerms({ terms, active, words, onTake }: Props) {
  const groups = [...new Set(terms.map(({ key }) => key))];
  return (
    <div
      className={
        terms.length === 0
          ? "hidden"
          : "absolute top-full left-0 z-7 w-140 max-w-full border border-rule-strong bg-surface py-2"
      }
    >
      <div id="typed-terms" role="listbox" aria-label={words.list}>
        {groups.map((key) => (
          <div key={key} role="group" aria-label={key === "" ? words.words : key}>
            <p className="px-4 py-1 text-caption font-semibold text-muted" aria-hidden="true">
              {key === "" ? words.words : key}
            </p>
            {terms.map((term, place) =>
              term.key === key ? (
                <div
                  key={term.text}
                  id={`typed-${String(place)}`}
                  role="option"
                  aria-selected={place === active}
                  className="flex min-h-8 cursor-pointer items-center gap-4 px-4 hover:bg-sunken aria-selected:bg-selected aria-selected:shadow-[inset_3px_0_var(--text)]"
                  onPointerDown={(event) => {
                    event.preventDefault();
                    onTake(place);
                  }}
                >
                  <span className="w-48 truncate font-mono text-[0.8125rem]">{term.text}</span>
                  <span className="flex-1 truncate">{key === "" ? words.inWords : term.name}</span>
                  {term.count === null ? null : (
                    <span className="text-muted">{`${String(term.count)}${term.capped ? "+" : ""}`}</span>
                  )}
                </div>
              ) : null,
            )}
          </div>
        ))}
      </div>
      <p className="mt-1 border-t border-rule px-4 pt-2 text-caption text-muted">{words.hint}</p>
    </div>
  );
}
