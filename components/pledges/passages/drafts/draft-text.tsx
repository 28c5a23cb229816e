"use client";
// The captured text, with the words of the row in focus highlighted and named, and those of the others
// underlined.
import { memo, useEffect, useMemo, useRef } from "react";
import { cut, overlap, sentencesOf, type TextSpan } from "@/lib/domain/base/sentences";
import type { DraftMark, DraftRow, DraftsWords } from "./rows";

interface Props {
  text: string;
  language: string;
  /** Where the words of all rows are. */
  spans: readonly TextSpan[];
  current: DraftRow | undefined;
  words: DraftsWords;
}

export function DraftText({ text, language, spans, current, words }: Props) {
  const pane = useRef<HTMLDivElement>(null);
  const sentences = useMemo(() => sentencesOf(text), [text]);
  useEffect(() => {
    const lit = pane.current?.querySelector<HTMLElement>("[data-lit]");
    if (!lit || !pane.current) return;
    // Only the pane scrolls: the row in focus stays where it is.
    pane.current.scrollTop += lit.getBoundingClientRect().top - pane.current.getBoundingClientRect().top - 80;
  }, [current?.id]);
  return (
    <div
      ref={pane}
      role="region"
      aria-label={words.text}
      tabIndex={0}
      lang={language}
      className="sticky top-20 max-h-[calc(100vh-200px)] overflow-auto border border-rule bg-bg p-3 max-xl:static max-xl:mb-4 max-xl:max-h-64"
    >
      {sentences.map((sentence) => (
        <Sentence
          key={sentence.start}
          text={text}
          sentence={sentence}
          spans={spans}
          current={current && overlapsAny(sentence, current) ? current : null}
          words={words}
        />
      ))}
    </div>
  );
}

const overlapsAny = (sentence: TextSpan, row: DraftRow): boolean =>
  overlap(sentence, row.span) || row.marks.some((mark) => overlap(sentence, mark));

type Marked = TextSpan & { part?: DraftMark["part"]; isQuote?: true; isCurrent?: true };

interface SentenceProps extends Pick<Props, "text" | "words"> {
  sentence: TextSpan;
  spans: readonly TextSpan[];
  current: DraftRow | null;
}

const Sentence = memo(function Sentence({ text, sentence, spans, current, words }: SentenceProps) {
  const marks: Marked[] = [
    ...spans,
    ...(current ? [{ ...current.span, isQuote: true as const }, ...current.marks] : []),
  ];
  return (
    <p className="mb-2 wrap-anywhere whitespace-pre-wrap">
      {cut(sentence, marks).map((piece) => {
        const named = piece.marks.find(({ part }) => part !== undefined);
        const isLit = named !== undefined || piece.marks.some(({ isQuote }) => isQuote);
        const quoted = text.slice(piece.start, piece.end);
        if (!isLit)
          return piece.marks.length > 0 ? (
            <span key={piece.start} className="underline decoration-control decoration-1 underline-offset-3">
              {quoted}
            </span>
          ) : (
            quoted
          );
        const ends = named?.part !== undefined && named.end === piece.end;
        return (
          <mark
            key={piece.start}
            data-lit=""
            className={named ? "bg-(--highlight) font-semibold text-text" : "bg-waiting-tint text-text"}
          >
            {quoted}
            {ends ? (
              <sup className="ml-0.5 text-[10px] font-semibold">{words.part[named.part ?? "WHO"]}</sup>
            ) : null}
          </mark>
        );
      })}
    </p>
  );
});
