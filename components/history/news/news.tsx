"use client";
import { useRouter } from "next/navigation";
import { useEffect, useState, useTransition } from "react";
import { setChangedMeanwhile } from "@/components/form/changed-meanwhile";
import { fillIn } from "@/components/form/fill";
import { buttonLook } from "@/components/ui/looks";
import type { ApiAnswer } from "@/lib/client/api";
import { load } from "@/lib/client/send";
import type { Messages } from "@/lib/i18n/message-files";
import { startPolling, type Outcome } from "./polling";
import { recordsHere, type RecordHere } from "./records-here";

interface Changed extends RecordHere {
  by: string;
  coalitionOnly: boolean;
}

type MarkedNews = ApiAnswer<"GET", "/news"> & { coalitionOnly?: string[] };

interface Props {
  /** The last entry of the log that this page shows. */
  since: number;
  words: Messages["news"] & Pick<Messages["form"], "coalitionOnly">;
}

/**
 * Says which records on the page others changed. It never covers the focused element, and changes nothing on
 * its own.
 */
export function News({ since, words }: Props) {
  const router = useRouter();
  const [changed, setChanged] = useState<readonly Changed[]>([]);
  const [isShowing, startShowing] = useTransition();
  useEffect(() => {
    let position = since;
    const all = new Map<string, Changed>();
    const ask = async (signal: AbortSignal): Promise<Outcome> => {
      const here = recordsHere();
      if (here.size === 0) return "answered";
      const on = [...here.keys()].map(encodeURIComponent).join(",");
      const answer = await load(`/news?since=${String(position)}&on=${on}`, signal);
      if (!answer.ok) return isOver(answer.failure) ? "over" : "failed";
      if (signal.aborted) return "over";
      const { position: next, changed: found, coalitionOnly = [] } = answer.value as MarkedNews;
      position = next;
      for (const { record, by } of found) {
        const one = here.get(record);
        if (one) all.set(record, { ...one, by, coalitionOnly: coalitionOnly.includes(one.key) });
      }
      if (found.length > 0) {
        setChanged([...all.values()]);
        setChangedMeanwhile(new Map([...all.values()].map(({ key, by }) => [key, by])));
      }
      return "answered";
    };
    const stop = startPolling(ask, 0);
    return () => {
      stop();
      setChangedMeanwhile(new Map());
    };
  }, [since]);

  const show = () => {
    document.getElementById("main")?.focus({ preventScroll: true });
    startShowing(() => router.refresh());
  };
  return (
    <div aria-live="polite" className="fixed inset-x-4 bottom-4 z-6 mx-auto w-fit max-w-160 print:hidden">
      {changed.length === 0 ? null : (
        <div className="flex flex-wrap items-center gap-x-4 gap-y-2 px-4 py-2 border border-rule-strong rounded-sm bg-surface text-text">
          <p className="m-0">{sentence(changed, words)}</p>
          <span className="flex gap-2">
            <button type="button" className={buttonLook()} aria-busy={isShowing} onClick={show}>
              {words.show}
            </button>
            <button type="button" className={buttonLook("plain")} onClick={() => setChanged([])}>
              {words.later}
            </button>
          </span>
        </div>
      )}
    </div>
  );
}

const isOver = (failure: { is: string; refusal?: { code: string } }): boolean =>
  failure.is === "fields" || ["not-signed-in", "role"].includes(failure.refusal?.code ?? "");

const MOST_NAMED = 3;

function sentence(changed: readonly Changed[], words: Props["words"]): string {
  const names = changed.map(({ name, coalitionOnly }) =>
    coalitionOnly ? `${name} ${words.coalitionOnly}` : name,
  );
  const [first] = changed;
  if (changed.length === 1 && first) return fillIn(words.one, { record: names.join(), who: first.by });
  const named = names.slice(0, MOST_NAMED).join(", ");
  const n = names.length - MOST_NAMED;
  return fillIn(words.several, { records: n > 0 ? fillIn(words.more, { records: named, n }) : named });
}
