"use client";
// Keeps the place in the rows when one was tried again: its result gets the focus, and is said.
import { useRouter } from "next/navigation";
import { createContext, use, useEffect, useRef, useTransition, type ReactNode } from "react";
import { fillIn } from "@/components/form/fill";
import { showMessage } from "@/components/form/flash-message";
import type { TriedRow } from "@/lib/domain/import/import";
import type { Messages } from "@/lib/i18n/message-files";

type Tried = Pick<TriedRow, "row" | "outcome">;

const PlaceContext = createContext<(tried: Tried) => void>(() => undefined);

/** Shows the row's new result, and all that depends on it, without loading the page again. */
export const useShowTried = () => use(PlaceContext);

export function RowsPlace({
  words,
  children,
}: {
  words: Messages["imports"]["outcome"];
  children: ReactNode;
}) {
  const router = useRouter();
  const box = useRef<HTMLDivElement>(null);
  const place = useRef<number | null>(null);
  const [isLoading, startLoading] = useTransition();
  const showTried = ({ row, outcome }: Tried) => {
    place.current = row;
    showMessage(fillIn(words.said, { row, outcome: words[outcome ?? "leftOut"] }));
    startLoading(() => router.refresh());
  };
  useEffect(() => {
    if (isLoading || place.current === null || !box.current) return;
    focusRow(box.current, place.current);
    place.current = null;
  }, [isLoading]);
  return (
    <PlaceContext value={showTried}>
      <div
        ref={box}
        role="group"
        aria-labelledby="rows"
        tabIndex={0}
        className="overflow-auto md:max-h-200 print:max-h-none"
      >
        {children}
      </div>
    </PlaceContext>
  );
}

/** A row that has left for another tab has its place taken by the next. */
function focusRow(box: HTMLElement, row: number): void {
  const results = [...box.querySelectorAll<HTMLElement>("[data-result-of]")];
  const next = results.find(({ dataset }) => Number(dataset.resultOf) >= row);
  (next ?? results.at(-1) ?? box).focus();
}
