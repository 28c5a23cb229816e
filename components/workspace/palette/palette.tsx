"use client";
// One box that leads everywhere, without a history. Its words come with the script.
import { Autocomplete } from "@base-ui/react/autocomplete";
import { useDeferredValue, useEffect, useRef, useState } from "react";
import { fillIn } from "@/components/form/fill";
import { ScriptButton } from "@/components/ui/script-button";
import { kindsFound, type FoundPlace, type PlaceKind } from "@/lib/domain/details/place";
import type { OpenedPalette } from "./keys";
import { PlaceItem } from "./place-item";
import { usePlaces } from "./use-places";
import { paletteWords } from "./words";

interface Group {
  value: PlaceKind;
  items: FoundPlace[];
}

export function Palette({ asOf, onShortcuts, onClose }: OpenedPalette) {
  const words = paletteWords();
  const dialog = useRef<HTMLDialogElement>(null);
  const [typed, setTyped] = useState("");
  const q = useDeferredValue(typed.trim().slice(0, LONGEST));
  const { places, loading, away } = usePlaces(q, asOf);
  const groups = groupsOf(places, q);
  useEffect(() => dialog.current?.showModal(), []);
  // The dialog's own event comes later: a key pressed meanwhile would act on a closing palette.
  const close = () => {
    dialog.current?.close();
    onClose();
  };
  return (
    <dialog
      className="dialog overflow-hidden mt-[min(12vh,96px)] p-0 w-[min(640px,100vw_-_32px)]"
      ref={dialog}
      aria-label={words.label}
      onClose={onClose}
      closedby="any"
      onKeyDownCapture={(event) => {
        if (event.code !== "Escape" && !(event.code === "KeyK" && (event.ctrlKey || event.metaKey))) return;
        event.preventDefault();
        event.stopPropagation();
        close();
      }}
    >
      <Autocomplete.Root
        open
        inline
        items={groups}
        filter={null}
        value={typed}
        onValueChange={(value, { reason }) => {
          if (reason !== "item-press") setTyped(value);
        }}
        itemToStringValue={({ title }: FoundPlace) => title}
        autoHighlight="always"
        keepHighlight
      >
        <div className="px-4 pt-4 pb-2">
          <Autocomplete.Input
            className="input min-h-11 px-3 text-body"
            aria-label={words.input}
            aria-describedby="palette-hint"
            placeholder={words.placeholder}
            maxLength={LONGEST}
            autoFocus
          />
        </div>
        <Autocomplete.Status className={places.length === 0 ? "px-4 py-3 text-muted" : "sr-only"}>
          {statusOf({ places, loading, away })}
        </Autocomplete.Status>
        <Autocomplete.List
          className="max-h-[min(420px,100dvh_-_240px)] scroll-pt-8 scroll-pb-2 overflow-y-auto px-2 pb-2"
          aria-label={words.label}
        >
          {(group: Group) => (
            <Autocomplete.Group key={group.value} items={group.items}>
              <Autocomplete.GroupLabel className="px-2 pt-2 pb-0.5 text-caption font-semibold text-muted">
                {words.kind[group.value]}
              </Autocomplete.GroupLabel>
              <Autocomplete.Collection>
                {(place: FoundPlace) => (
                  <PlaceItem key={`${place.kind} ${place.href}`} place={place} asOf={asOf} />
                )}
              </Autocomplete.Collection>
            </Autocomplete.Group>
          )}
        </Autocomplete.List>
      </Autocomplete.Root>
      <div className="flex flex-wrap gap-y-1 gap-x-4 px-4 py-2 border-t border-t-rule">
        <p className="text-caption text-muted flex-1 m-0 max-md:hidden" id="palette-hint">
          {words.hint}
        </p>
        <ScriptButton className="linkish hover:decoration-2" onClick={onShortcuts}>
          {words.keys}
        </ScriptButton>
        <ScriptButton className="linkish hover:decoration-2" onClick={close}>
          {words.close}
        </ScriptButton>
      </div>
    </dialog>
  );
}

const LONGEST = 100;

const groupsOf = (places: readonly FoundPlace[], q: string): Group[] =>
  kindsFound(places, q).map((value) => ({ value, items: places.filter(({ kind }) => kind === value) }));

/** Visible where the list is empty; otherwise for screen readers. */
function statusOf({ places, loading, away }: ReturnType<typeof usePlaces>): string {
  const words = paletteWords();
  if (loading) return words.asking;
  if (away !== null) return away === "all" ? words.allAway : words.away;
  if (places.length === 0) return words.nothing;
  return places.length === 1 ? words.one : fillIn(words.several, { count: places.length });
}
