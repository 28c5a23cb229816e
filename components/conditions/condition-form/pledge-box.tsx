"use client";
// A pledge, found by its reference or by words of its title. The typed text counts as it is.
import { useEffect, useId, useRef, useState, type KeyboardEvent } from "react";
import { adoptTyped } from "@/components/form/typed-early";
import { describedBy } from "@/components/ui/field";
import { loadAny } from "@/lib/client/send";
import type { PledgeFact } from "@/lib/domain/conditions/leaf-facts";
import type { PledgeLeafLine } from "./draft";
import { controlId, type Editing } from "./editing";

const MOST = 10;
const PAUSE = 200;

export function PledgeBox({ line, editing }: { line: PledgeLeafLine; editing: Editing }) {
  const { say, words, change, know, errors, facts } = editing;
  const id = controlId(line.id);
  const list = useId();
  const [found, setFound] = useState<readonly PledgeFact[] | null>(null);
  const [active, setActive] = useState(-1);
  const search = useSearch((items, text) => {
    setFound(items);
    setActive(-1);
    know({ pledges: items.filter(({ reference }) => reference === text.toUpperCase()) });
  });
  const type = (text: string) => {
    change(line.id, { pledge: text });
    search(text.trim());
    if (text.trim() === "") setFound(null);
  };
  const choose = (pledge: PledgeFact) => {
    know({ pledges: [pledge] });
    change(line.id, { pledge: pledge.reference });
    setFound(null);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (found === null || found.length === 0) return;
    const chosen = found[active];
    if (event.code === "ArrowDown") setActive((active + 1) % found.length);
    else if (event.code === "ArrowUp") setActive((active <= 0 ? found.length : active) - 1);
    else if (event.code === "Enter" && chosen && !event.ctrlKey) choose(chosen);
    else if (event.code === "Escape") setFound(null);
    else return;
    event.preventDefault();
  };
  const known = facts.pledges.find(({ reference }) => reference === line.pledge.trim().toUpperCase());
  const isOpen = found !== null && found.length > 0;
  return (
    <div className="main relative">
      <input
        id={id}
        name={id}
        className="input w-full min-w-0 min-h-9"
        role="combobox"
        aria-label={say("form.kind.pledge")}
        aria-autocomplete="list"
        aria-expanded={isOpen}
        aria-controls={list}
        {...(isOpen && active >= 0 ? { "aria-activedescendant": `${list}-${active}` } : {})}
        placeholder={say("form.choose.pledge")}
        autoComplete="off"
        ref={adoptTyped(line.pledge, type)}
        value={line.pledge}
        onChange={(event) => type(event.target.value)}
        onKeyDown={onKeyDown}
        onBlur={() => setFound(null)}
        {...describedBy(id, { error: errors.get(id) })}
      />
      <ul
        className="absolute overflow-y-auto right-0 left-0 z-5 max-h-80 border border-rule-strong bg-surface"
        id={list}
        role="listbox"
        aria-label={say("form.kind.pledge")}
        hidden={!isOpen}
      >
        {(found ?? []).map((pledge, index) => (
          <li
            className="cursor-pointer px-2 py-1.5 aria-selected:bg-selected hover:bg-selected"
            key={pledge.reference}
            id={`${list}-${index}`}
            role="option"
            aria-selected={index === active}
            // On mouse down: a click would come after the box lost the focus and closed the list.
            onMouseDown={(event) => {
              event.preventDefault();
              choose(pledge);
            }}
          >
            <b>{pledge.reference}</b> {pledge.title}{" "}
            <span className="text-muted">{words.codes.stage[pledge.stage]}</span>
          </li>
        ))}
      </ul>
      <p className="text-caption text-muted" role="status">
        {found !== null
          ? say(found.length === 0 ? "form.foundNothing" : "form.found", { count: String(found.length) })
          : known
            ? say("form.nowAt", { title: known.title, stage: words.codes.stage[known.stage] })
            : ""}
      </p>
    </div>
  );
}

/** Waits for a pause in typing, and drops answers that come too late. */
function useSearch(onFound: (items: PledgeFact[], words: string) => void) {
  const abort = useRef<AbortController | null>(null);
  useEffect(() => () => abort.current?.abort(), []);
  return (words: string) => {
    abort.current?.abort();
    if (words === "") return;
    const one = new AbortController();
    abort.current = one;
    const ask = async () => {
      const path = `/pledges?q=${encodeURIComponent(words)}&limit=${MOST}`;
      const sent = await loadAny<{ items: PledgeFact[] }>(path, one.signal);
      if (sent.ok && !one.signal.aborted) onFound(sent.value.items, words);
    };
    setTimeout(() => (one.signal.aborted ? undefined : void ask()), PAUSE);
  };
}
