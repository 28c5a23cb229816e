"use client";
// The summary above a form: its errors as their places follow one another on the page, each a link to its place.
import { useSyncExternalStore } from "react";
import { ErrorSummary } from "@/components/ui/errors/error-summary";
import { labelled } from "@/lib/i18n/signs";
import type { Trouble } from "../field-errors";
import type { FormWords } from "../words";

interface Props {
  troubles: readonly Trouble[];
  words: FormWords;
  attempt: number;
}

/** React reads the page again once it is drawn: a field may be there only because of its error. */
export function FormErrors({ troubles, words, attempt }: Props) {
  const inText = useSyncExternalStore(
    noChanges,
    () => JSON.stringify(errorsInSummary(troubles)),
    () => "[]",
  );
  const errors = JSON.parse(inText) as SummaryLine[];
  return <ErrorSummary title={words.problem} {...{ errors, attempt }} />;
}

const noChanges = () => () => undefined;

interface SummaryLine {
  field: string | undefined;
  message: string;
}

function errorsInSummary(troubles: readonly Trouble[]): SummaryLine[] {
  const placed = troubles.map((trouble) => ({ trouble, place: placeOf(trouble.field ?? "") }));
  placed.sort((a, b) => comparePlaces(a.place, b.place));
  const lines = placed.map(({ trouble, place }) => ({
    field: place?.id,
    message: inSummary(trouble, place),
  }));
  // Several items of a list may have the same error.
  return [...new Map(lines.map((line) => [JSON.stringify(line), line])).values()];
}

/** The field on the page, or the nearest that it is part of. */
function placeOf(path: string): HTMLElement | null {
  const end = path.lastIndexOf(".");
  return document.getElementById(path) ?? (end < 0 ? null : placeOf(path.slice(0, end)));
}

/** Errors without a place come first. */
function comparePlaces(a: HTMLElement | null, b: HTMLElement | null): number {
  if (!a || !b) return Number(a !== null) - Number(b !== null);
  if (a === b) return 0;
  return a.compareDocumentPosition(b) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1;
}

/** With what the message alone doesn't say: which field it is about, and what that belongs to. */
function inSummary({ message, isGeneral, of }: Trouble, place: HTMLElement | null): string {
  const label = isGeneral && place ? labelOf(place) : null;
  const named = label ? labelled(label, message) : message;
  return of ? labelled(of, named) : named;
}

function labelOf(place: HTMLElement): string | null {
  const id = CSS.escape(place.id);
  const label = document.querySelector(`label[for="${id}"], fieldset#${id} > legend`);
  return label?.textContent.trim() ?? place.getAttribute("aria-label");
}
