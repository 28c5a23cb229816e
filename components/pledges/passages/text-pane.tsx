"use client";
// The captured text by sentence: what is selected, and what pledges already rest on.
import { useEffect, useRef, type KeyboardEvent, type MouseEvent, type RefObject } from "react";
import { cut, sentencesOf, type TextSpan } from "@/lib/domain/base/sentences";
import type { PassageWords } from "./words";
import { movedSelection, sentenceAt, type SelectionMove } from "./selecting";

export interface PassageMark extends TextSpan {
  isCoalitionOnly?: boolean;
  /** Reference of the pledge that rests on it. */
  reference: string;
}

interface Props {
  text: string;
  language: string;
  selected: TextSpan;
  marks: readonly PassageMark[];
  onSelect: (span: TextSpan) => void;
  words: PassageWords;
  paneRef: RefObject<HTMLDivElement | null>;
}

export function TextPane({ text, language, selected, marks, onSelect, words, paneRef }: Props) {
  const sentences = sentencesOf(text);
  const active = sentenceAt(sentences, selected);
  const current = useRef<HTMLDivElement | null>(null);
  useEffect(() => {
    // In braces: newer browsers return a promise, which is no clean-up function.
    current.current?.scrollIntoView({ block: "nearest" });
  }, [active]);

  const onKeyDown = (event: KeyboardEvent) => {
    const move = moveOf(event);
    if (move === null) return;
    event.preventDefault();
    onSelect(movedSelection(text, sentences, selected, move));
  };
  /** A stretch marked with the mouse, or a sentence that was clicked. */
  const onMouseUp = ({ target }: MouseEvent) => {
    const chosen = chosenIn(paneRef.current);
    if (chosen && chosen.end > chosen.start) return onSelect(trimmed(text, chosen));
    const clicked = target instanceof Element ? target.closest<HTMLElement>("[data-sentence]") : null;
    const sentence = sentences[Number(clicked?.dataset.sentence ?? NaN)];
    if (sentence) onSelect(sentence);
  };
  return (
    <div
      className="overflow-auto p-3 max-h-112 border border-rule bg-bg"
      ref={paneRef}
      role="listbox"
      tabIndex={0}
      aria-label={words.region}
      aria-describedby="pane-how"
      aria-activedescendant={`sentence-${String(active)}`}
      lang={language}
      onKeyDown={onKeyDown}
      onMouseUp={onMouseUp}
    >
      {sentences.map((sentence, index) => (
        <div
          key={sentence.start}
          id={`sentence-${String(index)}`}
          role="option"
          tabIndex={-1}
          data-sentence={index}
          aria-selected={sentence.start < selected.end && selected.start < sentence.end}
          className={`border-l-3 px-2 py-1.5 wrap-anywhere whitespace-pre-wrap ${index === active ? "border-l-text" : "border-l-transparent"}`}
          ref={index === active ? current : null}
        >
          {cut(sentence, [...marks, { ...selected, reference: "" }]).map((piece) => {
            const refs = piece.marks.map(({ reference }) => reference).filter((one) => one !== "");
            const classes = [
              piece.marks.some(({ reference }) => reference === "")
                ? "bg-(--highlight) shadow-[inset_0_-2px_var(--waiting)]"
                : "",
              refs.length > 0 ? "underline decoration-done decoration-2 underline-offset-4" : "",
            ];
            return (
              <span
                key={piece.start}
                data-start={piece.start}
                className={classes.filter((one) => one !== "").join(" ") || undefined}
                title={refs.join(", ") || undefined}
              >
                {text.slice(piece.start, piece.end)}
              </span>
            );
          })}
        </div>
      ))}
    </div>
  );
}

function moveOf({ code, shiftKey, altKey, ctrlKey, metaKey }: KeyboardEvent): SelectionMove | null {
  if (ctrlKey || metaKey) return null;
  if (code === "ArrowDown" || code === "ArrowUp") {
    if (altKey) return null;
    const by = code === "ArrowDown" ? 1 : -1;
    return shiftKey ? { extend: by } : { sentence: by };
  }
  if ((code === "ArrowRight" || code === "ArrowLeft") && shiftKey) {
    const by = code === "ArrowRight" ? 1 : -1;
    return altKey ? { from: by } : { to: by };
  }
  if (code === "Home") return { sentence: -Infinity };
  return code === "End" ? { sentence: Infinity } : null;
}

/** What the browser has selected, as places in the text; null where nothing is. */
function chosenIn(pane: HTMLElement | null): TextSpan | null {
  const selection = window.getSelection();
  if (!pane || !selection || selection.isCollapsed || selection.rangeCount === 0) return null;
  const { startContainer, startOffset, endContainer, endOffset } = selection.getRangeAt(0);
  const [start, end] = [placeOf(pane, startContainer, startOffset), placeOf(pane, endContainer, endOffset)];
  return start === null || end === null ? null : { start, end };
}

function placeOf(pane: HTMLElement, node: Node, offset: number): number | null {
  const piece = (node instanceof Element ? node : node.parentElement)?.closest<HTMLElement>("[data-start]");
  if (!piece || !pane.contains(piece)) return null;
  return Number(piece.dataset.start) + (node instanceof Text ? offset : 0);
}

/** A passage has no blanks at its ends. */
function trimmed(text: string, { start, end }: TextSpan): TextSpan {
  const words = text.slice(start, end);
  const lead = words.length - words.trimStart().length;
  return { start: start + lead, end: start + lead + Math.max(1, words.trim().length) };
}
