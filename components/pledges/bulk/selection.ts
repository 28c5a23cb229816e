"use client";
// The server renders a list's boxes; this listens to them, and sets all of them at once.
import { useEffect, useState } from "react";
import type { Chosen } from "./work";

/** By reference, with the version that the user saw. */
export type SelectedPledges = ReadonlyMap<string, Chosen>;

export function useSelection(): [SelectedPledges, (next: SelectedPledges) => void] {
  const [chosen, setChosen] = useState<SelectedPledges>(new Map());
  useEffect(() => {
    let [last, through] = [-1, false];
    const press = ({ shiftKey }: MouseEvent) => (through = shiftKey);
    const hear = (event: Event) => {
      const box = event.target;
      if (!(box instanceof HTMLInputElement) || !box.matches("input[data-many]")) return;
      const at = boxes().indexOf(box);
      if (box.dataset.many === ALL_PLEDGES) for (const one of boxes()) one.checked = box.checked;
      // With Shift: all boxes between this one and the last.
      else if (through && last !== -1)
        for (const one of boxes().slice(Math.min(last, at), Math.max(last, at))) one.checked = box.checked;
      last = at;
      setChosen((before) => {
        const next = new Map(before);
        for (const one of boxes()) {
          const { reference, version } = chosenBy(one);
          if (!one.checked) next.delete(reference);
          else if (!next.has(reference)) next.set(reference, { reference, version });
        }
        return next;
      });
      showWhole();
    };
    // A box ticked before the script ran.
    const early = boxes().find(({ checked }) => checked);
    document.addEventListener("click", press, true);
    document.addEventListener("change", hear);
    early?.dispatchEvent(new Event("change", { bubbles: true }));
    return () => {
      document.removeEventListener("click", press, true);
      document.removeEventListener("change", hear);
    };
  }, []);
  const choose = (next: SelectedPledges) => {
    for (const one of boxes()) one.checked = next.has(chosenBy(one).reference);
    showWhole();
    setChosen(next);
  };
  return [chosen, choose];
}

export const ALL_PLEDGES = "all";

const boxes = (): HTMLInputElement[] =>
  [...document.querySelectorAll<HTMLInputElement>("input[data-many]")].filter(
    ({ dataset }) => dataset.many !== ALL_PLEDGES,
  );

const chosenBy = ({ dataset }: HTMLInputElement): Chosen => ({
  reference: dataset.many ?? "",
  version: Number(dataset.version),
});

/** The box in the head shows all, none or some. */
function showWhole(): void {
  const whole = document.querySelector<HTMLInputElement>(`input[data-many="${ALL_PLEDGES}"]`);
  if (!whole) return;
  const own = boxes();
  whole.checked = own.length > 0 && own.every(({ checked }) => checked);
  whole.indeterminate = !whole.checked && own.some(({ checked }) => checked);
}
