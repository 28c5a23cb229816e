"use client";
// The captured text, the passage selected in it, and what the rules found there.
import { Fragment, type RefObject } from "react";
import { fillIn } from "@/components/form/fill";
import { ScriptButton } from "@/components/ui/script-button";
import type { TextSpan } from "@/lib/domain/base/sentences";
import { FoundList, MOST_SHOWN } from "./found-list";
import { TextPane, type PassageMark } from "./text-pane";
import type { FoundLine, PassageWords } from "./words";

interface Props {
  source: { text: string; language: string };
  selected: TextSpan;
  onSelect: (next: TextSpan) => void;
  /** Passages on record. */
  marks: readonly PassageMark[];
  /** Suggestions in the selected passage. */
  found: readonly FoundLine[];
  taken: readonly string[];
  onTake: (one: FoundLine) => void;
  onQuote: () => void;
  words: PassageWords;
  paneRef: RefObject<HTMLDivElement | null>;
}

export function TextSide({
  source,
  selected,
  onSelect,
  marks,
  found,
  taken,
  onTake,
  onQuote,
  words,
  paneRef,
}: Props) {
  return (
    <section className="lsrc textside" aria-labelledby="text-heading">
      <h2 id="text-heading">{words.textHeading}</h2>
      <p className="cap mb-4" id="pane-how">
        {words.howTo}
      </p>
      <TextPane
        text={source.text}
        language={source.language}
        selected={selected}
        marks={marks}
        onSelect={onSelect}
        words={words}
        paneRef={paneRef}
      />
      <p className="pick">
        <span>{fillIn(words.selected, { count: selected.end - selected.start })}</span>
        <ScriptButton className="btn primary" onClick={onQuote}>
          {words.use} <kbd>{words.useKey}</kbd>
        </ScriptButton>
      </p>
      <FoundList found={found.slice(0, 2 * MOST_SHOWN)} taken={taken} onTake={onTake} words={words} />
      {marks.length > 0 ? (
        <p className="cap">
          {words.logged}
          {words.colon}{" "}
          {marks.map(({ reference, start, isCoalitionOnly }) => (
            <Fragment key={`${reference} ${String(start)}`}>
              <a className="ref" href={`/pledges/${reference}`}>
                {reference}
              </a>
              {isCoalitionOnly ? <span className="muted"> {words.coalitionOnly}</span> : null}{" "}
            </Fragment>
          ))}
        </p>
      ) : null}
    </section>
  );
}
