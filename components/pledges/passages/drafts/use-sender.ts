"use client";
import { useRef } from "react";
import type { DraftSender } from "./sending";

/** What sends, loaded once something is marked: the page is read first. Null: it can't be loaded. */
export function useSender(): () => Promise<DraftSender | null> {
  const loaded = useRef<Promise<DraftSender | null> | null>(null);
  return () => {
    loaded.current ??= import("./sending").then(
      ({ draftSender }) => draftSender(),
      () => {
        loaded.current = null;
        return null;
      },
    );
    return loaded.current;
  };
}
