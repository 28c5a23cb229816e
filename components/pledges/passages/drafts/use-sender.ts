"use client";
import { useRef } from "react";
import type { DraftSender } from "./sending";

/** The sender, loaded once something is marked, since the page is read first. Null if it can't be loaded. */
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
