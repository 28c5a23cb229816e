"use client";
// The field of the typed filter. Without a script it is a text field of a plain form; with one it suggests terms.
import { useRouter } from "next/navigation";
import { lazy, Suspense, useRef, useState, type KeyboardEvent } from "react";
import { useAlive } from "@/components/ui/alive";
import { fillIn } from "@/components/form/fill";
import { useTerms, type FilterFieldWords } from "./use-terms";

/** Loads with the first suggestions. */
const SuggestedTerms = lazy(async () => ({ default: (await import("./suggested-terms")).SuggestedTerms }));

interface Props {
  /** The list's page, and its name for suggestions. */
  action: string;
  list: string;
  /** The words of the view, or what couldn't be understood. */
  value: string;
  /** The view's parameters without words, for counts. */
  viewQuery: string;
  /** The address of the page shown: another page starts again with its own words. */
  view: string;
  error: string | null;
  words: FilterFieldWords;
}

export function FilterField({ action, list, value, viewQuery, view, error, words }: Props) {
  const router = useRouter();
  const alive = useAlive();
  const [text, setText] = useState(value);
  const [active, setActive] = useState(-1);
  const [shut, setShut] = useState(true);
  const field = useRef<HTMLInputElement>(null);
  const page = `${view} ${value}`;
  const [shown, setShown] = useState(page);
  if (shown !== page) {
    setShown(page);
    setText(value);
    setShut(true);
  }
  const typed = /\S*$/u.exec(text)?.[0] ?? "";
  const terms = useTerms(shut ? "" : typed, list, viewQuery);
  const isOpen = alive && !shut && terms.length > 0;

  const go = (next: string) => {
    const form = field.current?.form;
    if (!form) return;
    setShut(true);
    setText(next);
    const params = new URLSearchParams();
    for (const [name, given] of new FormData(form))
      if (typeof given === "string" && given !== "" && name !== "q")
        params.set(name, [params.get(name) ?? [], given].flat().join(","));
    if (next.trim() !== "") params.set("q", next.trim());
    const query = params.toString().replaceAll("%2C", ",").replaceAll("%3A", ":").replaceAll("%40", "@");
    router.push(query === "" ? action : `${action}?${query}`, { scroll: false });
  };
  const choose = (place: number) => {
    const term = terms[place];
    if (term) go(`${text.slice(0, text.length - typed.length)}${term.text}`);
  };
  const press = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.altKey || event.ctrlKey || event.metaKey || event.nativeEvent.isComposing) return;
    const { code } = event;
    if (code === "Backspace" && text === "") {
      const chips = field.current?.form?.querySelectorAll<HTMLAnchorElement>("a[data-chip]");
      const last = chips ? [...chips].at(-1) : undefined;
      if (last) router.push(last.getAttribute("href") ?? action, { scroll: false });
      return;
    }
    if (code === "Escape" && isOpen) setShut(true);
    else if (isOpen && (code === "ArrowDown" || code === "ArrowUp"))
      setActive((active + (code === "ArrowDown" ? 1 : terms.length + (active < 0 ? 0 : -1))) % terms.length);
    else if (isOpen && active >= 0 && (code === "Enter" || code === "Space")) choose(active);
    else if (code === "Enter" || code === "NumpadEnter") go(text);
    else return;
    event.preventDefault();
  };
  return (
    <>
      <input
        ref={field}
        className="min-h-8 min-w-32 flex-1 border-0 bg-transparent focus-visible:shadow-none focus-visible:outline-none hover:bg-sunken"
        name="q"
        type="text"
        maxLength={500}
        value={text}
        onChange={(event) => {
          setText(event.target.value);
          setActive(-1);
          setShut(false);
        }}
        onKeyDown={press}
        onBlur={() => setShut(true)}
        aria-label={words.label}
        placeholder={words.placeholder}
        autoComplete="off"
        spellCheck={false}
        data-filter=""
        aria-invalid={error === null ? undefined : true}
        aria-describedby={error === null ? undefined : "typed-error"}
        {...(alive
          ? {
              role: "combobox",
              "aria-autocomplete": "list" as const,
              "aria-expanded": isOpen,
              "aria-controls": "typed-terms",
              "aria-activedescendant": isOpen && active >= 0 ? `typed-${String(active)}` : undefined,
            }
          : {})}
      />
      <p role="status" className="sr-only">
        {isOpen ? fillIn(words.found, { count: terms.length }) : ""}
      </p>
      {isOpen ? (
        <Suspense fallback={null}>
          <SuggestedTerms {...{ terms, active, words }} onTake={choose} />
        </Suspense>
      ) : null}
    </>
  );
}
