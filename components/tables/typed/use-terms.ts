"use client";
import { useEffect, useState } from "react";

export interface FilterFieldWords {
  label: string;
  placeholder: string;
  list: string;
  words: string;
  inWords: string;
  found: string;
  hint: string;
}

export interface OfferedTerm {
  key: string;
  text: string;
  name: string;
  count: number | null;
  capped: boolean;
}

/**
 * Suggestions for what is being typed; the last ones stay until the next arrive, none if the register is out
 * of reach.
 */
export function useTerms(typed: string, list: string, viewQuery: string): readonly OfferedTerm[] {
  const [terms, setTerms] = useState<readonly OfferedTerm[]>([]);
  useEffect(() => {
    const one = new AbortController();
    const ask = async () => {
      if (typed === "" || typed.length > LONGEST) return setTerms([]);
      const path = `/filter-terms?list=${list}&typed=${encodeURIComponent(typed)}${viewQuery === "" ? "" : `&${viewQuery}`}`;
      // Loads with the first letter.
      const { loadAny } = await import("@/lib/client/send");
      const sent = await loadAny<{ items: OfferedTerm[] }>(path, one.signal);
      if (!one.signal.aborted) setTerms(sent.ok ? sent.value.items : []);
    };
    const waiting = setTimeout(() => void ask(), typed === "" ? 0 : PAUSE);
    return () => {
      clearTimeout(waiting);
      one.abort();
    };
  }, [typed, list, viewQuery]);
  return terms;
}

const PAUSE = 150;
const LONGEST = 100;
