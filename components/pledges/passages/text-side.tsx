"use client";
// The captured text, the passage selected in it, and what the rules found there.
import { Fragment, type RefObject } from "react";
import { fillIn } from "@/components/form/fill";
import { buttonLook } from "@/components/ui/looks";
import { ScriptButton } from "@/components/ui/script-button";
import type { TextSpan } from "@/lib/domain/base/sentences";
import { ReferenceLink } from "@/components/ui/link-to";
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
  applied: readonly string[];
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
  applied,
  onTake,
  onQuote,
  words,
  paneRef,
}: Props) {
  return (
    <section
      className="sticky self-start top-[calc(var(--topbar)+16px)] min-[1100px]:top-4 max-md:static max-md:mb-6"
      aria-labelledby="text-heading"
    >
      <h2 className="mb-3" id="text-heading">
        {words.textHeading}
      </h2>
      <p className="text-caption text-muted mb-4" id="pane-how">
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
      <p className="flex flex-wrap items-center gap-3 mx-0 my-3">
        <span>{fillIn(words.selected, { count: selected.end - selected.start })}</span>
        <ScriptButton className={buttonLook("primary")} onClick={onQuote}>
          {words.use} <kbd className="border-current bg-transparent text-inherit">{words.useKey}</kbd>
        </ScriptButton>
      </p>
      <FoundList found={found.slice(0, 2 * MOST_SHOWN)} applied={applied} onTake={onTake} words={words} />
      {marks.length > 0 ? (
        <p className="text-caption text-muted">
          {words.logged}
          {words.colon}{" "}
          {marks.map(({ reference, start, isCoalitionOnly }) => (
            <Fragment key={`${reference} ${String(start)}`}>
              <ReferenceLink href={`/pledges/${reference}`}>{reference}</ReferenceLink>
              {isCoalitionOnly ? <span className="text-muted"> {words.coalitionOnly}</span> : null}{" "}
            </Fragment>
          ))}
        </p>
      ) : null}
    </section>
  );
}
