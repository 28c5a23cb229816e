"use client";
// Above a list: how many pledges are selected, selecting all of the view, and what to do with them.
import { useRouter } from "next/navigation";
import { useEffect, useRef, useState, type ComponentType } from "react";
import { fillIn } from "@/components/form/fill";
import type { BarWords } from "./bar-words";
import type { Owners } from "@/components/pledges/inline-edit/read";
import { useAlive } from "@/components/ui/alive";
import { ScriptButton } from "@/components/ui/script-button";
import type { BulkFormProps } from "./form";
import { useSelection } from "./selection";

interface Props {
  /** How many pledges the view has; `capped`: counting stopped there. */
  total: number;
  capped: boolean;
  /** The view's parameters for the API. */
  query: string;
  /** Participants whose pledges the user may change; null: all. */
  desk: readonly string[] | null;
  /** How many pledges one request may change. */
  most: number;
  owners: Owners;
  words: BarWords;
  look: { bar: string; act: string };
}

export function BulkBar({ total, capped, query, desk, most, owners, words, look }: Props) {
  const router = useRouter();
  const alive = useAlive();
  const [chosen, choose] = useSelection();
  const [Form, setForm] = useState<ComponentType<BulkFormProps> | null>(null);
  const [said, setSaid] = useState("");
  const bar = useRef<HTMLDivElement>(null);
  const closed = useRef(false);
  const count = chosen.size;
  const fits = !capped && total > 1 && total <= most;

  // The focused element went away with the form.
  useEffect(() => {
    if (Form === null && closed.current) {
      const held = bar.current;
      (held?.querySelector<HTMLElement>("button") ?? held)?.focus();
    }
    closed.current = false;
  }, [Form]);
  const close = () => {
    closed.current = true;
    setForm(null);
  };

  const chooseWhole = async () => {
    setSaid(words.fetching);
    const { load } = await import("@/lib/client/send");
    const sent = await load(`/pledges?${query}${query === "" ? "" : "&"}limit=${most}`);
    setSaid(sent.ok ? "" : words.away);
    if (!sent.ok) return;
    const own = sent.value.items.filter(
      ({ participant, voided }) => voided === null && (desk === null || desk.includes(participant)),
    );
    choose(new Map(own.map(({ reference, version }) => [reference, { reference, version }])));
  };
  const open = () =>
    void import("./form").then(
      ({ BulkForm }) => setForm(() => BulkForm),
      () => setSaid(words.away),
    );
  if (!alive) return null;
  return (
    <section
      className="h-0 max-md:h-auto md:sticky md:top-(--topbar) md:z-5 print:hidden"
      aria-label={words.label}
    >
      <div className={count === 0 ? "sr-only" : look.bar} ref={bar} tabIndex={-1}>
        <p role="status">
          {fillIn(count === 0 ? words.none : count === 1 ? words.one : words.several, { count, most })} {said}
        </p>
        {count > 0 ? (
          <>
            {Form ? null : (
              <ScriptButton className={look.act} onClick={open}>
                {words.open}
              </ScriptButton>
            )}
            {fits && count < total ? (
              <ScriptButton className={look.act} onClick={() => void chooseWhole()}>
                {fillIn(desk === null ? words.whole : words.wholeOwn, { total })}
              </ScriptButton>
            ) : total > most || capped ? (
              <p className="text-muted truncate">{fillIn(words.tooMany, { most })}</p>
            ) : null}
            <ScriptButton className={`${look.act} ml-auto`} onClick={() => choose(new Map())}>
              {words.clear}
            </ScriptButton>
          </>
        ) : null}
      </div>
      {Form ? (
        <Form
          chosen={chosen}
          onChosen={choose}
          {...{ most, owners }}
          onClose={close}
          onChanged={() => router.refresh()}
        />
      ) : null}
    </section>
  );
}
