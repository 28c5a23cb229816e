"use client";
import { useEffect } from "react";

/** The key left of the right Shift focuses the search, on any layout; not while typing or with single keys off. */
export function SearchKey({ target }: { target: string }) {
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.code !== "Slash" || event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return;
      if (isTyping(event.target) || document.documentElement.dataset.keys === "off") return;
      event.preventDefault();
      document.getElementById(target)?.focus();
    };
    document.addEventListener("keydown", listen);
    return () => document.removeEventListener("keydown", listen);
  }, [target]);
  return null;
}

export function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement && (target.isContentEditable || target.matches("input, textarea, select"))
  );
}
