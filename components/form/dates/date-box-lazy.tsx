"use client";
// A date in a form behind a button; its script loads separately: every page has that form, and few readers
// open it.
import { useEffect, useState, type ReactNode } from "react";
import { flushSync } from "react-dom";
import type { DateBox } from "./date-box";
import type { DateBoxProps } from "./date-box-frame";

interface Loaded {
  Box: typeof DateBox;
  /** Typed before the script loaded. */
  typed: string | undefined;
}

/** `children`: the box without a script. */
export function LazyDateBox({ children, ...box }: DateBoxProps & { children: ReactNode }) {
  const [loaded, setLoaded] = useState<Loaded | null>(null);
  const { id } = box;
  useEffect(() => {
    const form = document.getElementById(id)?.closest("form");
    if (loaded || !form) return;
    let loading: Promise<void> | null = null;
    const load = () =>
      (loading ??= import("./date-box").then(({ DateBox: Box }) => inPlace(id, Box, setLoaded)));
    const open = () => void load().catch(() => (loading = null));
    const send = (event: Event) => {
      event.preventDefault();
      void load().then(
        () => form.requestSubmit(),
        // The server reads it as well.
        () => form.submit(),
      );
    };
    form.addEventListener("beforetoggle", open);
    form.addEventListener("submit", send);
    if (form.matches(":popover-open")) open();
    return () => {
      form.removeEventListener("beforetoggle", open);
      form.removeEventListener("submit", send);
    };
  }, [id, loaded]);
  return loaded ? <loaded.Box {...box} typed={loaded.typed} /> : children;
}

/** Replaces the plain box without moving the cursor of a user who is already typing. */
function inPlace(id: string, Box: typeof DateBox, show: (loaded: Loaded) => void): void {
  const before = inputOf(id);
  const { selectionStart, selectionEnd } = before ?? { selectionStart: 0, selectionEnd: 0 };
  const isFocused = before !== null && document.activeElement === before;
  const typed = before && before.value !== before.defaultValue ? before.value : undefined;
  flushSync(() => show({ Box, typed }));
  const now = inputOf(id);
  if (!isFocused || !now) return;
  now.focus({ preventScroll: true });
  now.setSelectionRange(selectionStart, selectionEnd);
}

function inputOf(id: string): HTMLInputElement | null {
  const found = document.getElementById(id);
  return found instanceof HTMLInputElement ? found : null;
}
