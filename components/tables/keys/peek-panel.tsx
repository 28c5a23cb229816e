"use client";
// The panel next to the list: a short version of the page of the row under the cursor. Space opens and closes
// it, Escape closes.
import { useEffect, useRef, useState } from "react";
import { isTyping } from "@/components/shell/search-key";
import { buttonLook } from "@/components/ui/looks";
import { Glyph } from "@/components/ui/marks/glyph";
import { ScriptButton } from "@/components/ui/script-button";
import { cursorRow, moveCursor, rowLink } from "./cursor-row";
import { inShort } from "./in-short";

interface Props {
  words: { label: string; close: string; away: string; loading: string; open: string };
}

export function PeekPanel({ words }: Props) {
  const [shown, setShown] = useState<string | null>(null);
  const [message, setMessage] = useState("");
  const inside = useRef<HTMLDivElement>(null);

  useEffect(() => {
    const addressHere = () => {
      const row = cursorRow();
      return (row && rowLink(row)?.href) ?? null;
    };
    const listen = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.altKey || event.metaKey || event.shiftKey || event.defaultPrevented) return;
      if (event.code === "Escape") return close();
      if (event.code !== "Space" || document.documentElement.dataset.keys === "off") return;
      if (isTyping(event.target) || isPressable(event.target) || document.querySelector("dialog[open]"))
        return;
      if (!cursorRow()) moveCursor(1);
      const address = addressHere();
      if (address === null) return;
      event.preventDefault();
      if (window.matchMedia("(width < 901px)").matches) location.assign(shortPage(address));
      else setShown((before) => (before === null ? address : null));
    };
    const close = () =>
      setShown((before) => {
        const row = before === null ? null : cursorRow();
        if (row) rowLink(row)?.focus();
        return null;
      });
    // It follows the cursor.
    const follow = () => setShown((before) => (before === null ? null : (addressHere() ?? before)));
    document.addEventListener("keydown", listen);
    document.addEventListener("focusin", follow);
    return () => {
      document.removeEventListener("keydown", listen);
      document.removeEventListener("focusin", follow);
    };
  }, []);

  useEffect(() => {
    document.querySelector("main")?.toggleAttribute("data-peek", shown !== null);
    // Opening or closing the panel has changed the page's width.
    cursorRow()?.scrollIntoView({ block: "nearest" });
    if (shown === null) return;
    const one = new AbortController();
    const waiting = setTimeout(() => {
      void drawnAt(shortPage(shown), one.signal).then((drawn) => {
        if (one.signal.aborted) return;
        setMessage(drawn ? "" : words.away);
        if (drawn) inside.current?.replaceChildren(drawn);
      });
    }, PAUSE);
    return () => {
      clearTimeout(waiting);
      one.abort();
    };
  }, [shown, words]);

  if (shown === null) return null;
  return (
    <aside
      className="fixed top-[calc(24px+var(--topbar))] right-0 bottom-0 z-5 w-98 overflow-y-auto border-l border-text bg-surface p-5 print:hidden"
      aria-label={words.label}
    >
      <p className="flex items-center justify-end gap-2">
        <span role="status" className="flex-1 text-muted">
          {message}
        </span>
        <ScriptButton className="icon-target" aria-label={words.close} onClick={() => setShown(null)}>
          <Glyph name="x" />
        </ScriptButton>
      </p>
      <div className="short grid gap-4 [&>*]:min-w-0" ref={inside}>
        {words.loading}
      </div>
      {shortPage(shown) === shown ? (
        <p className="mt-4">
          <a className={buttonLook("primary")} href={shown}>
            {words.open}
          </a>
        </p>
      ) : null}
    </aside>
  );
}

const PAUSE = 120;

/** A pledge has a separate short page; other records' pages mark their short version with `data-short`. */
function shortPage(address: string): string {
  const { pathname, search, hash } = new URL(address);
  return PLEDGE.test(pathname) ? `${pathname}/peek${search}` : `${pathname}${search}${hash}`;
}

const PLEDGE = /^\/pledges\/[A-Z]{2,3}-[1-5]-\d{3,}$/;

/** What the page shows of the record. Null if the page doesn't answer; the panel then keeps what it shows. */
async function drawnAt(address: string, signal: AbortSignal): Promise<Node | null> {
  try {
    const answer = await fetch(address, { signal });
    if (!answer.ok || answer.redirected) return null;
    return inShort(new DOMParser().parseFromString(await answer.text(), "text/html"));
  } catch {
    return null;
  }
}

/** Space presses it. */
const isPressable = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.matches("button, summary, input");
