"use client";
import { buttonLook } from "@/components/ui/looks";
import type { FoundLine, PassageWords } from "./words";
import { Glyph } from "@/components/ui/marks/glyph";
import { ScriptButton } from "@/components/ui/script-button";
import type { Suggestion } from "@/lib/domain/passages/suggestion";

interface Props {
  found: readonly FoundLine[];
  /** Those that were applied, by `suggestionName`. */
  applied: readonly string[];
  onTake: (suggestion: FoundLine) => void;
  words: PassageWords;
}

export const MOST_SHOWN = 9;

export const suggestionName = ({ type, start, end }: Suggestion): string =>
  `${type} ${String(start)}–${String(end)}`;

/** Each number is its key; each suggestion is applied separately. */
export function FoundList({ found, applied, onTake, words }: Props) {
  return (
    <section aria-label={words.found}>
      <p className="text-caption text-muted">{found.length === 0 ? words.nothingFound : words.found}</p>
      <ol className="mx-0 mt-1 mb-4">
        {found.map((one, index) => (
          <li key={suggestionName(one)}>
            <ScriptButton
              className={buttonLook("plain px-0 py-1 text-left whitespace-normal")}
              onClick={() => onTake(one)}
            >
              {index < MOST_SHOWN ? <kbd>{index + 1}</kbd> : null} {one.label}
              {applied.includes(suggestionName(one)) ? (
                <>
                  {" "}
                  <Glyph name="tick" /> <span className="text-muted">{words.taken}</span>
                </>
              ) : null}
            </ScriptButton>
          </li>
        ))}
      </ol>
    </section>
  );
}
