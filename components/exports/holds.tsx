"use client";
// The size of a package, shown before it is requested.
import { useEffect, useState } from "react";
import { fillIn } from "@/components/form/fill";
import { textAt } from "@/lib/i18n/text-at";
import type { NewExportWords } from "./form-words";
import { useFigures } from "@/components/ui/language/language";
import { noticeLook } from "@/components/ui/looks";
import { load, type Failure, type Sent } from "@/lib/client/send";
import type { ExportKind } from "@/lib/domain/log/export";

interface Counted {
  position: number;
  records: Readonly<Record<string, number>>;
  voided: number;
  unresolved: number | null;
  dormant: number;
  complete: boolean;
}

interface Props {
  what: ExportKind;
  filter: string;
  /** Null for now. */
  asOf: string | null;
  words: NewExportWords;
}

const PAUSE_MS = 300;

export function ExportHolds({ what, filter, asOf, words }: Props) {
  const figures = useFigures();
  const query = new URLSearchParams({ what, filter, ...(asOf === null ? {} : { asOf }) }).toString();
  const [answer, setAnswer] = useState<{ query: string; found: Sent<Counted> } | null>(null);
  useEffect(() => {
    const abort = new AbortController();
    const ask = async () => {
      const found = await load(`/exports/preview?${query}`, abort.signal);
      if (!abort.signal.aborted) setAnswer({ query, found });
    };
    const clock = setTimeout(() => void ask(), PAUSE_MS);
    return () => {
      clearTimeout(clock);
      abort.abort();
    };
  }, [query]);
  const found = answer?.query === query ? answer.found : null;
  const counted = found?.ok ? found.value : null;
  const kinds = Object.entries({
    ...counted?.records,
    ...(counted?.unresolved ? { unresolved: counted.unresolved } : {}),
  });
  const within = (kind: string): string => {
    const count = (kind === "pledge" ? counted?.voided : kind === "unresolved" ? counted?.dormant : 0) ?? 0;
    const including = kind === "pledge" ? words.voided : words.dormant;
    return count === 0 ? "" : ` ${fillIn(including, { count: figures(count) })}`;
  };
  return (
    <section className={noticeLook("done")} aria-labelledby="holds">
      <h3 id="holds">{words.holds}</h3>
      <div role="status">
        {counted === null ? (
          <p className="text-muted">
            {found === null || found.ok ? words.counting : whyNotCounted(found.failure, words)}
          </p>
        ) : kinds.length === 0 ? (
          <p>{words.nothing}</p>
        ) : (
          <>
            <ul className="counts">
              {kinds.map(([kind, count]) => (
                <li key={kind}>
                  {textAt(words.kind, kind) ?? kind} <b>{figures(count)}</b>
                  {within(kind)}
                </li>
              ))}
            </ul>
            <p className="text-caption text-muted">
              {fillIn(words.upTo, { position: figures(counted.position) })}{" "}
              {!counted.complete
                ? words.partial
                : counted.records["event"] === undefined
                  ? words.ofKinds
                  : words.complete}
            </p>
          </>
        )}
      </div>
    </section>
  );
}

function whyNotCounted(failure: Failure, { unreachable }: NewExportWords): string {
  if (failure.is === "offline") return unreachable;
  return failure.is === "fields"
    ? failure.errors.map(({ message }) => message).join(" ")
    : failure.refusal.detail;
}
