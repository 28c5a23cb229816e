"use client";
import { useEffect, useRef } from "react";
import { isTyping } from "@/components/shell/search-key";

/** The current row has the focus, unless something in it has, so that the next key is its own. */
export function useRowFocus(id: string | undefined) {
  useEffect(() => {
    const line = document.getElementById(`row-${id ?? ""}`);
    if (line?.parentElement?.contains(document.activeElement)) return;
    line?.focus({ preventScroll: true });
    line?.scrollIntoView({ block: "nearest" });
  }, [id]);
}

/**
 * `act` returns whether it used the key; Enter is passed on only with Ctrl. Single keys do nothing while the
 * user types, and can be switched off.
 */
export function useRowKeys(act: (code: string) => boolean) {
  const latest = useRef(act);
  useEffect(() => {
    latest.current = act;
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      const single = !event.ctrlKey && !event.altKey && !event.metaKey && !event.shiftKey;
      const isQuiet = isTyping(event.target) || document.documentElement.dataset.keys === "off";
      if (event.code === "Escape" && isTyping(event.target) && event.target instanceof HTMLElement)
        event.target.closest("details")?.querySelector("summary")?.focus();
      if (event.code === "Enter" ? !event.ctrlKey || event.shiftKey : !single || isQuiet) return;
      if (latest.current(event.code)) event.preventDefault();
    };
    document.addEventListener("keydown", listen);
    return () => document.removeEventListener("keydown", listen);
  }, []);
}
