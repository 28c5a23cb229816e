"use client";
import { useEffect, useEffectEvent } from "react";
import { loadAny, type Failure } from "@/lib/client/send";

/** Reads something repeatedly while it is under way. */
export function useProgress<T>(path: string, isGoingOn: boolean, onRead: (now: T) => void, everyMs = 1_000) {
  const onAnswer = useEffectEvent(onRead);
  useEffect(() => {
    if (!isGoingOn) return;
    const abort = new AbortController();
    const look = async () => {
      const answer = await loadAny<T>(path, abort.signal);
      if (!abort.signal.aborted && answer.ok) onAnswer(answer.value);
    };
    const clock = setInterval(() => void look(), everyMs);
    return () => {
      clearInterval(clock);
      abort.abort();
    };
  }, [path, isGoingOn, everyMs]);
}

/** Why it couldn't be stopped. */
export const whyNotStopped = (failure: Failure, words: { unreachable: string }): string =>
  failure.is === "refused" ? failure.refusal.detail : words.unreachable;
