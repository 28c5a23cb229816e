"use client";
// The list of keys. A native dialog, which holds the focus and gives it back.
import { Fragment, useEffect, useRef } from "react";
import { buttonLook } from "@/components/ui/looks";
import { ScriptButton } from "@/components/ui/script-button";
import type { ListLetter } from "@/components/tables/keys/letters";
import { goKeys, type OpenedPalette } from "./keys";
import { paletteWords } from "./words";

type SheetWords = ReturnType<typeof paletteWords>["sheet"];

type Line = readonly [keys: readonly string[], does: string];

export function ShortcutSheet({ role, onClose }: OpenedPalette) {
  const words = paletteWords();
  const { sheet } = words;
  const dialog = useRef<HTMLDialogElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    dialog.current?.showModal();
    heading.current?.focus();
  }, []);
  const off = document.documentElement.dataset.keys === "off";
  const sections = sectionsFor(role, sheet);
  return (
    <dialog
      className="dialog w-[min(560px,100vw_-_32px)]"
      ref={dialog}
      aria-labelledby="keys-title"
      onClose={onClose}
    >
      <h2 className="mb-2" id="keys-title" ref={heading} tabIndex={-1}>
        {sheet.title}
      </h2>
      <p className="text-muted mb-4">
        {off ? sheet.off : sheet.on} <a href="/profile#display">{sheet.profile}</a>
      </p>
      {sections.map(({ title, lines }) => (
        <section key={title}>
          <h3 className="mx-0 mt-4 mb-0.5 text-ui font-semibold">{title}</h3>
          <dl className="facts grid-cols-[148px_minmax(0,1fr)]">
            {lines.map(([keys, does]) => (
              <Fragment key={does}>
                <dt>
                  {keys.map((key) =>
                    key === sheet.then || key === sheet.or ? ` ${key} ` : <kbd key={key}>{key}</kbd>,
                  )}
                </dt>
                <dd>{does}</dd>
              </Fragment>
            ))}
          </dl>
        </section>
      ))}
      <p className="btns mt-4">
        <ScriptButton className={buttonLook()} onClick={() => dialog.current?.close()}>
          {words.close}
        </ScriptButton>
      </p>
    </dialog>
  );
}

/** A key that lists have. */
const list = (letter: ListLetter): string => letter;

interface Section {
  title: string;
  lines: readonly Line[];
}

function sectionsFor(role: OpenedPalette["role"], sheet: SheetWords): Section[] {
  const search: readonly Line[] = role === "ADMIN" ? [] : [[["/"], sheet.search]];
  const palette: Line = [["Ctrl K", sheet.or, "⌘ K"], sheet.palette];
  const walk: readonly Line[] = [
    [[list("J"), sheet.or, list("K")], sheet.row],
    [["Space"], sheet.look],
  ];
  const lists: readonly Line[] = [
    [["←", "↑", "↓", "→"], sheet.matrix],
    [["Esc"], sheet.leave],
    ...walk,
    [[list("X")], sheet.tick],
    [[list("C")], sheet.stillTrue],
    [[list("N"), sheet.or, list("A")], sheet.stepOwner],
    [[list("Q")], sheet.askRow],
    [[list("E"), sheet.or, list("F")], sheet.takeOut],
  ];
  const deciding: readonly Line[] = [
    [["J", sheet.or, "K"], sheet.move],
    [["A"], sheet.approve],
    [["R"], sheet.return],
  ];
  const all: readonly Section[] = [
    { title: sheet.everywhere, lines: [palette, ...search, [["?"], sheet.sheet]] },
    {
      title: sheet.go,
      lines: goKeys(role).map(({ letter, name }): Line => [["G", sheet.then, letter], sheet[name]]),
    },
    { title: sheet.forms, lines: [[["Ctrl Enter"], sheet.send]] },
    { title: sheet.lists, lines: role === "ADMIN" ? walk : lists },
    { title: sheet.decide, lines: role === "MANAGER" ? deciding : [] },
  ];
  return all.filter(({ lines }) => lines.length > 0);
}
