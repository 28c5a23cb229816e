"use client";
import { useEffect, useState } from "react";
import { atMoment } from "@/components/ui/address/as-of-href";
import { loadAny } from "@/lib/client/send";
import { isRecordKind, placesFound, type FoundPlace } from "@/lib/domain/details/place";

export interface Places {
  places: readonly FoundPlace[];
  loading: boolean;
  /** What could not be loaded: the records, or everything. */
  away: "records" | "all" | null;
}

/** Pages, actions and views answer at once, from the first load; records when the register has answered. */
export function usePlaces(q: string, asOf: string | null): Places {
  const own = useAnswer("", asOf, 0);
  const found = useAnswer(q === "" ? null : q, asOf, PAUSE);
  const records =
    q === "" || found.places === null ? [] : found.places.filter(({ kind }) => isRecordKind(kind));
  const isNew = found.q === q;
  return {
    // Records found for an earlier word may not fit this one.
    places: [...placesFound(own.places ?? [], q), ...(isNew ? records : placesFound(records, q))],
    loading: own.q === null || (q !== "" && !isNew),
    away: own.places === null ? "all" : found.places === null ? "records" : null,
  };
}

/** `q`: the words asked for; null before the first answer. No places: the register was out of reach. */
interface Answer {
  q: string | null;
  places: readonly FoundPlace[] | null;
}

/** The last answer, until the next one arrives; for null, nothing is loaded. */
function useAnswer(q: string | null, asOf: string | null, pause: number): Answer {
  const [answer, setAnswer] = useState<Answer>({ q: null, places: [] });
  useEffect(() => {
    if (q === null) return;
    const one = new AbortController();
    const ask = async () => {
      const path = q === "" ? "/places" : `/places?q=${encodeURIComponent(q)}`;
      const sent = await loadAny<{ items: FoundPlace[] }>(atMoment(path, asOf), one.signal);
      if (!one.signal.aborted) setAnswer({ q, places: sent.ok ? sent.value.items : null });
    };
    const waiting = setTimeout(() => void ask(), pause);
    return () => {
      clearTimeout(waiting);
      one.abort();
    };
  }, [q, asOf, pause]);
  return answer;
}

const PAUSE = 150;
