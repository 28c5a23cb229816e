"use client";
// The panel next to the list: what a page draws of the pledge under the cursor. Space opens and closes it, Escape closes.
import { useEffect, useRef, useState } from "react";
import { isTyping } from "@/components/shell/search-key";
import { Glyph } from "@/components/ui/marks/glyph";
import { ScriptButton } from "@/components/ui/script-button";
import { cursorRow, moveCursor, rowLink } from "./cursor-row";

interface Props {
  asOf: string | null;
  words: { label: string; close: string; away: string; loading: string };
}

export function PeekPanel({ asOf, words }: Props) {
  const [shown, setShown] = useState<string | null>(null);
  const [said, setSaid] = useState("");
  const inside = useRef<HTMLDivElement>(null);

  useEffect(() => {
    const referenceHere = () => {
      const row = cursorRow();
      return (row && rowLink(row)?.dataset.row) ?? null;
    };
    const listen = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.altKey || event.metaKey || event.shiftKey || event.defaultPrevented) return;
      if (event.code === "Escape") return close();
      if (event.code !== "Space" || document.documentElement.dataset.keys === "off") return;
      if (isTyping(event.target) || isPressable(event.target) || document.querySelector("dialog[open]"))
        return;
      if (!cursorRow()) moveCursor(1);
      const reference = referenceHere();
      if (reference === null) return;
      event.preventDefault();
      if (window.matchMedia("(width < 901px)").matches) location.assign(peekAddress(reference, asOf));
      else setShown((before) => (before === null ? reference : null));
    };
    const close = () =>
      setShown((before) => {
        const row = before === null ? null : cursorRow();
        if (row) rowLink(row)?.focus();
        return null;
      });
    // It follows the cursor.
    const follow = () => setShown((before) => (before === null ? null : (referenceHere() ?? before)));
    document.addEventListener("keydown", listen);
    document.addEventListener("focusin", follow);
    return () => {
      document.removeEventListener("keydown", listen);
      document.removeEventListener("focusin", follow);
    };
  }, [asOf]);

  useEffect(() => {
    document.querySelector(".listpage")?.toggleAttribute("data-peek", shown !== null);
    if (shown === null) return;
    const one = new AbortController();
    const waiting = setTimeout(() => {
      void drawnAt(peekAddress(shown, asOf), one.signal).then((drawn) => {
        if (one.signal.aborted) return;
        setSaid(drawn ? "" : words.away);
        if (drawn) inside.current?.replaceChildren(drawn);
      });
    }, PAUSE);
    return () => {
      clearTimeout(waiting);
      one.abort();
    };
  }, [shown, asOf, words]);

  if (shown === null) return null;
  return (
    <aside
      className="fixed top-[calc(24px+var(--topbar))] right-0 bottom-0 z-5 w-98 overflow-y-auto border-l border-text bg-surface p-5 print:hidden"
      aria-label={words.label}
    >
      <p className="flex items-center justify-end gap-2">
        <span role="status" className="flex-1 text-muted">
          {said}
        </span>
        <ScriptButton className="icon-target" aria-label={words.close} onClick={() => setShown(null)}>
          <Glyph name="x" />
        </ScriptButton>
      </p>
      <div ref={inside}>{words.loading}</div>
    </aside>
  );
}

const PAUSE = 120;

const peekAddress = (reference: string, asOf: string | null): string =>
  `/pledges/${reference}/peek${asOf === null ? "" : `?asOf=${asOf}`}`;

/** What the page shows of it; null where it doesn't answer: what was shown stays. */
async function drawnAt(address: string, signal: AbortSignal): Promise<Node | null> {
  try {
    const answer = await fetch(address, { signal });
    if (!answer.ok || answer.redirected) return null;
    return new DOMParser().parseFromString(await answer.text(), "text/html").getElementById("peek");
  } catch {
    return null;
  }
}

/** Space presses it. */
const isPressable = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.matches("button, summary, input");
