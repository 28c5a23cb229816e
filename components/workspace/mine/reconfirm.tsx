"use client";
import { useState, type ReactNode } from "react";
import { adoptTick } from "@/components/form/controls";
import { SubmitButton } from "@/components/form/submit-button";
import { navigateWithMessage } from "@/components/form/flash-message";
import { useSave } from "@/components/form/use-save";
import { fillIn } from "@/components/form/fill";
import type { FormWords } from "@/components/form/words";
import { textAt } from "@/lib/i18n/text-at";
import type { Messages } from "@/lib/i18n/translator";
import { ScriptButton } from "@/components/ui/script-button";

export interface StaleRow {
  reference: string;
  title: string;
  isCoalitionOnly: boolean;
  /** "Not confirmed since 10 March 2025." */
  what: string;
  /** Link to ask a focal point. */
  ask: ReactNode;
  age: string;
}

/** Shown first; a button shows the rest. */
const SHOWN = 12;

interface Props {
  rows: readonly StaleRow[];
  words: FormWords & Omit<Messages["mine"]["reconfirm"], "refusedFor"> & { title: string };
  /** Words by refusal code. */
  why: Messages["mine"]["reconfirm"]["refusedFor"];
}

/** "Still as stated today" for all ticked pledges. Each is confirmed separately, and a refusal says why. */
export function Reconfirm({ rows: every, words, why }: Props) {
  const [shown, setShown] = useState(SHOWN);
  const rows = every.slice(0, shown);
  const [ticked, setTicked] = useState<readonly string[]>([]);
  const [refused, setRefused] = useState<ReadonlyMap<string, string>>(new Map());
  const { save, say, busy, troubles } = useSave(words);
  const toggle = (reference: string) =>
    setTicked((before) =>
      before.includes(reference) ? before.filter((one) => one !== reference) : [...before, reference],
    );

  const confirm = async () => {
    if (ticked.length === 0) return say([{ message: words.noneTicked }]);
    const sent = await save({ method: "POST", path: "/pledges/confirm", body: { references: ticked } });
    if (!sent?.ok) return;
    const failed = sent.value.items.filter((item) => item.refused !== null);
    const done = sent.value.items.length - failed.length;
    if (failed.length === 0)
      return navigateWithMessage("/mine", fillIn(words.confirmed, { count: String(done) }));
    setRefused(new Map(failed.map(({ reference, refused: why }) => [reference, why ?? ""])));
    setTicked(failed.map(({ reference }) => reference));
    say([{ message: fillIn(words.someRefused, { done: String(done), failed: String(failed.length) }) }]);
  };
  return (
    <form
      method="post"
      onSubmit={(event) => {
        event.preventDefault();
        void confirm();
      }}
    >
      <StaleTable
        {...{ rows, ticked, refused, words, why, onTick: toggle }}
        onAll={(all) => setTicked(all ? rows.map(({ reference }) => reference) : [])}
      />
      {every.length > rows.length ? (
        <p className="pager">
          <ScriptButton className="btn plain" onClick={() => setShown(every.length)}>
            {fillIn(words.showAll, { count: every.length })}
          </ScriptButton>
        </p>
      ) : null}
      <div className="bar">
        <SubmitButton className="btn primary" busy={busy}>
          {fillIn(words.confirm, { count: String(ticked.length) })}
        </SubmitButton>
        <p role="alert" className="errmsg">
          {troubles[0]?.message}
        </p>
      </div>
    </form>
  );
}

interface TableProps extends Props {
  ticked: readonly string[];
  refused: ReadonlyMap<string, string>;
  onTick: (reference: string) => void;
  onAll: (all: boolean) => void;
}

function StaleTable({ rows, ticked, refused, words, why, onTick, onAll }: TableProps) {
  const all = rows.every(({ reference }) => ticked.includes(reference));
  return (
    <table className="ledger stack">
      <caption className="vh">{words.title}</caption>
      <thead>
        <tr>
          <th scope="col">
            <label className="flex min-h-6 items-center gap-2">
              <input type="checkbox" className="check" checked={all} onChange={() => onAll(!all)} />
              {words.all}
            </label>
          </th>
          <th scope="col">{words.pledge}</th>
          <th scope="col">{words.what}</th>
          <th scope="col" className="num">
            {words.age}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ reference, title, isCoalitionOnly, what, ask, age }) => (
          <tr key={reference}>
            <td>
              <label className="flex min-h-6 items-center gap-2">
                <input
                  type="checkbox"
                  className="check"
                  ref={adoptTick(ticked.includes(reference), () => onTick(reference))}
                  checked={ticked.includes(reference)}
                  onChange={() => onTick(reference)}
                  aria-label={fillIn(words.tick, { reference })}
                />
                <span className="ref">{reference}</span>
              </label>
            </td>
            <th scope="row">
              <a href={`/pledges/${reference}`}>{title}</a>
              {isCoalitionOnly ? <span className="muted"> {words.coalitionOnly}</span> : null}
            </th>
            <td>
              {what} {ask}
              {refused.has(reference) ? (
                <p className="errmsg">{textAt(why, refused.get(reference) ?? "") ?? words.refused}</p>
              ) : null}
            </td>
            <td className="num nowrap" data-l={words.age}>
              {age}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
