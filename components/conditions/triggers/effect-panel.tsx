"use client";
// What would follow for the pledges that wait for it; loaded again with each choice.
import { useEffect, useState, type ReactNode } from "react";
import { fillIn } from "@/components/form/fill";
import { textAt } from "@/lib/i18n/text-at";
import type { TriggerWords } from "./form-words";
import { loadAny } from "@/lib/client/send";
import type { TriggerDraft, TriggerRead } from "./trigger-draft";
import { colon } from "@/lib/i18n/signs";
import { ReferenceLink } from "@/components/ui/link-to";

interface Some {
  count: number;
  pledges: string[];
}
interface Effect {
  freed: Some;
  stopped: Some;
  waiting: number;
  next: { title: string; pledges: number }[];
  items: { code: string; gone: number; come: number }[];
  counted: number;
  /** Those of the pledges named here that are for the coalition alone. */
  coalitionOnly?: string[];
}

interface Props {
  read: TriggerRead;
  draft: TriggerDraft;
  words: TriggerWords;
}

export function EffectPanel({ read, draft, words }: Props) {
  const { state, waiting, since } = draft;
  const isSame = state === read.state && waiting === read.waiting && (since || null) === read.since;
  const query = new URLSearchParams({ state, waiting, ...(since === "" ? {} : { since }) }).toString();
  const path = `/triggers/${read.code}/effect?${query}`;
  const [loaded, setLoaded] = useState<{ path: string; effect: Effect | null } | null>(null);
  useEffect(() => {
    if (isSame) return;
    const abort = new AbortController();
    void loadAny<Effect>(path, abort.signal).then((answer) => {
      if (!abort.signal.aborted) setLoaded({ path, effect: answer.ok ? answer.value : null });
    });
    return () => abort.abort();
  }, [path, isSame]);

  const known = loaded?.path === path ? loaded : null;
  return (
    <section
      className="effect mb-6 px-4 py-3 border-y border-r border-l-4 border-y-rule border-r-rule border-l-moving"
      aria-labelledby="effect"
    >
      <h2 className="mb-3 text-body font-semibold" id="effect">
        {words.effectTitle}
      </h2>
      <div role="status">
        {isSame ? <p className="text-muted">{words.effectSame}</p> : null}
        {!isSame && known === null ? <p className="text-muted">{words.effectLoading}</p> : null}
        {!isSame && known && known.effect === null ? <p>{words.effectFailed}</p> : null}
        {!isSame && known?.effect ? <EffectList effect={known.effect} words={words} /> : null}
      </div>
    </section>
  );
}

function EffectList({ effect, words }: { effect: Effect; words: TriggerWords }) {
  const { freed, stopped, waiting, next, items, counted, coalitionOnly = [] } = effect;
  const mark = (reference: string) =>
    coalitionOnly.includes(reference) ? <span className="text-muted"> {words.coalitionOnly}</span> : null;
  const rows = [
    <Pledges key="freed" label={words.effectFreed} some={freed} mark={mark} />,
    stopped.count > 0 && <Pledges key="stopped" label={words.effectStopped} some={stopped} mark={mark} />,
    <li key="waiting">
      {words.effectWaiting} <b>{waiting}</b>
      {next.length === 0 ? null : (
        <span className="text-muted">
          {" "}
          {fillIn(words.effectMost, {
            list: next.map(({ title, pledges }) => `${title} (${pledges})`).join(", "),
          })}
        </span>
      )}
    </li>,
    ...items.map(({ code, gone, come }) => (
      <li key={code}>
        {textAt(words.codes, code)}
        {colon()} {gone > 0 ? <b>{fillIn(words.effectGone, { n: gone })}</b> : null}
        {gone > 0 && come > 0 ? ", " : ""}
        {come > 0 ? <b>{fillIn(words.effectCome, { n: come })}</b> : null}
      </li>
    )),
    <li key="counted">
      {words.effectCounted} <b>{counted > 0 ? `+${counted}` : counted}</b>
    </li>,
  ];
  return <ul>{rows}</ul>;
}

const SHOWN = 8;

interface Pledged {
  label: string | undefined;
  some: Some;
  mark: (reference: string) => ReactNode;
}

function Pledges({ label, some: { count, pledges }, mark }: Pledged) {
  return (
    <li>
      {label} <b>{count}</b>
      {pledges.length === 0 ? null : (
        <>
          <br />
          {pledges.slice(0, SHOWN).map((reference, at) => (
            <span key={reference}>
              {at === 0 ? null : ", "}
              <ReferenceLink href={`/pledges/${reference}`}>{reference}</ReferenceLink>
              {mark(reference)}
            </span>
          ))}
          {count > SHOWN ? " …" : null}
        </>
      )}
    </li>
  );
}
