"use client";
// The server renders the boxes; this listens to them, and sets all of them at once.
import { useEffect, useState } from "react";
import { ALL_PLEDGES, type Chosen } from "./chosen";

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
      if (box.dataset.many === ALL_PLEDGES) for (const one of boxesLike(box)) one.checked = box.checked;
      // With Shift: all boxes between this one and the last.
      else if (through && last !== -1)
        for (const one of boxes().slice(Math.min(last, at), Math.max(last, at))) one.checked = box.checked;
      last = at;
      setChosen((before) => {
        const next = new Map(before);
        for (const one of boxes())
          for (const pledge of chosenBy(one)) {
            if (!one.checked) next.delete(pledge.reference);
            else if (!next.has(pledge.reference)) next.set(pledge.reference, pledge);
          }
        return next;
      });
      showWhole();
    };
    // A box ticked before the script ran.
    const early = everyBox().find(({ checked }) => checked);
    document.addEventListener("click", press, true);
    document.addEventListener("change", hear);
    early?.dispatchEvent(new Event("change", { bubbles: true }));
    return () => {
      document.removeEventListener("click", press, true);
      document.removeEventListener("change", hear);
    };
  }, []);
  const choose = (next: SelectedPledges) => {
    for (const one of boxes()) one.checked = chosenBy(one).every(({ reference }) => next.has(reference));
    showWhole();
    setChosen(next);
  };
  return [chosen, choose];
}

const everyBox = (): HTMLInputElement[] => [
  ...document.querySelectorAll<HTMLInputElement>("input[data-many]"),
];
const isWhole = ({ dataset }: HTMLInputElement): boolean => dataset.many === ALL_PLEDGES;
const boxes = (): HTMLInputElement[] => everyBox().filter((box) => !isWhole(box));

/** Those of the same table. */
const boxesLike = (whole: HTMLInputElement): HTMLInputElement[] =>
  boxes().filter((box) => box.closest("table") === whole.closest("table"));

const chosenBy = ({ dataset }: HTMLInputElement): Chosen[] =>
  (dataset.many ?? "").split(" ").map((pledge) => {
    const [reference = "", version] = pledge.split("@");
    return { reference, version: Number(version) };
  });

/** The box in a head shows all, none or some. */
function showWhole(): void {
  for (const whole of everyBox().filter(isWhole)) {
    const own = boxesLike(whole);
    whole.checked = own.length > 0 && own.every(({ checked }) => checked);
    whole.indeterminate = !whole.checked && own.some(({ checked }) => checked);
  }
}
