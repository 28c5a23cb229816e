"use client";
import { useState, type ReactNode } from "react";
import { adoptTick } from "@/components/form/typed-early";
import { SubmitButton } from "@/components/form/submit-button";
import { navigateWithMessage } from "@/components/form/flash-message";
import { useSave } from "@/components/form/use-save";
import { fillIn } from "@/components/form/fill";
import type { FormWords } from "@/components/form/words";
import { buttonLook, referenceLook, errorLook } from "@/components/ui/looks";
import { textAt } from "@/lib/i18n/text-at";
import type { Messages } from "@/lib/i18n/translator";
import { ScriptButton } from "@/components/ui/script-button";

interface StaleRow {
  /** At least one; several rest on one document. */
  pledges: { reference: string; title: string; isCoalitionOnly: boolean }[];
  /** The document that several share. */
  document: string | null;
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
  const toggle = ({ pledges }: StaleRow) =>
    setTicked((before) => {
      const references = pledges.map(({ reference }) => reference);
      const others = before.filter((one) => !references.includes(one));
      return others.length < before.length ? others : [...before, ...references];
    });

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
        onAll={(all) =>
          setTicked(all ? rows.flatMap(({ pledges }) => pledges.map(({ reference }) => reference)) : [])
        }
      />
      {every.length > rows.length ? (
        <p className="pager">
          <ScriptButton className={buttonLook("plain")} onClick={() => setShown(every.length)}>
            {fillIn(words.showAll, { count: every.reduce((sum, { pledges }) => sum + pledges.length, 0) })}
          </ScriptButton>
        </p>
      ) : null}
      <div className="form-end max-md:flex-col">
        <SubmitButton className={buttonLook("primary")} busy={busy}>
          {fillIn(words.confirm, { count: String(ticked.length) })}
        </SubmitButton>
        <p role="alert" className={errorLook()}>
          {troubles[0]?.message}
        </p>
      </div>
    </form>
  );
}

interface TableProps extends Props {
  ticked: readonly string[];
  refused: ReadonlyMap<string, string>;
  onTick: (row: StaleRow) => void;
  onAll: (all: boolean) => void;
}

function StaleTable({ rows, ticked, refused, words, why, onTick, onAll }: TableProps) {
  const isTicked = ({ pledges }: StaleRow) => pledges.every(({ reference }) => ticked.includes(reference));
  const all = rows.every(isTicked);
  return (
    <table className="ledger stack">
      <caption className="sr-only">{words.title}</caption>
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
          <th scope="col" className="number">
            {words.age}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.pledges[0]?.reference}>
            <td>
              <label className="flex min-h-6 items-center gap-2">
                <input
                  type="checkbox"
                  className="check"
                  ref={adoptTick(isTicked(row), () => onTick(row))}
                  checked={isTicked(row)}
                  onChange={() => onTick(row)}
                  aria-label={fillIn(words.tick, {
                    reference: row.pledges.map(({ reference }) => reference).join(", "),
                  })}
                />
                <span className={row.document === null ? referenceLook() : "whitespace-nowrap"}>
                  {row.document === null
                    ? row.pledges[0]?.reference
                    : fillIn(words.several, { count: row.pledges.length })}
                </span>
              </label>
            </td>
            <th scope="row">
              {row.document === null ? null : <span className="block">{row.document}</span>}
              {row.pledges.map((pledge) => (
                <StalePledge
                  key={pledge.reference}
                  {...pledge}
                  isAlone={row.document === null}
                  words={words}
                />
              ))}
            </th>
            <td>
              {row.what} {row.ask}
              {row.pledges.map(({ reference }) =>
                refused.has(reference) ? (
                  <p key={reference} className={errorLook()}>
                    {row.document === null ? null : <span className={referenceLook()}>{reference} </span>}
                    {textAt(why, refused.get(reference) ?? "") ?? words.refused}
                  </p>
                ) : null,
              )}
            </td>
            <td className="number whitespace-nowrap" data-l={words.age}>
              {row.age}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

type StalePledgeProps = StaleRow["pledges"][number] & { isAlone: boolean; words: TableProps["words"] };

/** Its title; of several, each by its reference. */
function StalePledge({ reference, title, isCoalitionOnly, isAlone, words }: StalePledgeProps) {
  return (
    <>
      <a
        href={`/pledges/${reference}`}
        className={isAlone ? undefined : referenceLook("inline-block min-h-6")}
        title={isAlone ? undefined : title}
      >
        {isAlone ? title : reference}
      </a>
      {isCoalitionOnly ? <span className="text-muted"> {words.coalitionOnly}</span> : null}{" "}
    </>
  );
}
