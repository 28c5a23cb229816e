"use client";
// How many of a page's pledges are selected, selecting all of a list, and what to do with them.
import { useRouter } from "next/navigation";
import { useEffect, useRef, useState, type ComponentType } from "react";
import { fillIn } from "@/components/form/fill";
import type { BarLook } from "./bar-look";
import type { BarWords } from "./bar-words";
import { ScriptButton } from "@/components/ui/script-button";
import { isWithinDesk } from "@/lib/domain/people/actor";
import type { PossibleOwner } from "@/lib/domain/people/person";
import type { BulkFormProps } from "./form";
import type { BulkAim } from "./lines";
import { useSelection } from "./selection";

interface Props {
  /**
   * For a list: how many pledges it has (`capped`: counting stopped there), and its parameters for the API.
   */
  list?: { total: number; capped: boolean; query: string };
  /** Participants whose pledges the user may change; null: all. */
  desk: readonly string[] | null;
  /** How many pledges one request may change. */
  most: number;
  owners: readonly PossibleOwner[];
  words: BarWords;
  look: BarLook;
}

export function BulkBar({ list, desk, most, owners, words, look }: Props) {
  const router = useRouter();
  const [chosen, choose] = useSelection();
  const [Form, setForm] = useState<ComponentType<BulkFormProps> | null>(null);
  const [aim, setAim] = useState<BulkAim | null>(null);
  const [message, setMessage] = useState("");
  const bar = useRef<HTMLDivElement>(null);
  const closed = useRef(false);
  const count = chosen.size;
  const { total, capped, query } = list ?? { total: 0, capped: false, query: "" };
  const fits = !capped && total > 1 && total <= most;

  // The focused element disappeared with the form.
  useEffect(() => {
    if (Form === null && closed.current) {
      const held = bar.current;
      (held?.querySelector<HTMLElement>(`[data-bulk=${aim ?? "all"}]`) ?? held)?.focus();
    }
    closed.current = false;
  }, [Form, aim]);
  const close = () => {
    closed.current = true;
    setForm(null);
  };

  const chooseWhole = async () => {
    setMessage(words.fetching);
    const { load } = await import("@/lib/client/send");
    const sent = await load(`/pledges?${query}${query === "" ? "" : "&"}limit=${most}`);
    setMessage(sent.ok ? "" : words.away);
    if (!sent.ok) return;
    const own = sent.value.items.filter(
      ({ participant, voided }) => voided === null && isWithinDesk(desk, participant),
    );
    choose(new Map(own.map(({ reference, version }) => [reference, { reference, version }])));
  };
  const open = (next: BulkAim | null) =>
    void import("./form").then(
      ({ BulkForm }) => {
        setAim(next);
        setForm(() => BulkForm);
      },
      () => setMessage(words.away),
    );
  return (
    <section className={look.place} aria-label={words.label}>
      <div className={count === 0 ? "sr-only" : look.bar} ref={bar} tabIndex={-1}>
        <p role="status" className="md:whitespace-nowrap">
          {fillIn(count === 0 ? words.none : count === 1 ? words.one : words.several, { count, most })}{" "}
          {message}
        </p>
        {count > 0 ? (
          <>
            {Form ? null : (
              <>
                <div className={look.aims}>
                  {AIMS.map((one) => (
                    <ScriptButton key={one} className={look.act} data-bulk={one} onClick={() => open(one)}>
                      {words.act[one]}
                    </ScriptButton>
                  ))}
                </div>
                <ScriptButton className={look.act} data-bulk="all" onClick={() => open(null)}>
                  {words.open}
                </ScriptButton>
              </>
            )}
            {fits && count < total ? (
              <ScriptButton className={`${look.act} ${look.whole}`} onClick={() => void chooseWhole()}>
                {fillIn(desk === null ? words.whole : words.wholeOwn, { total })}
              </ScriptButton>
            ) : total > most || capped ? (
              <p className={`text-muted ${look.whole}`}>{fillIn(words.tooMany, { most })}</p>
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
          {...{ most, owners, aim }}
          place={look.form}
          onClose={close}
          onChanged={() => router.refresh()}
        />
      ) : null}
    </section>
  );
}

const AIMS = ["confirm", "owner", "nextAction"] as const satisfies readonly BulkAim[];
