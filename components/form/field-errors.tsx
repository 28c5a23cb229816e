"use client";
// What is wrong with a form's fields, by path, for the controls in it.
import { createContext, useContext } from "react";
import { fillIn } from "./fill";
import type { FormWords } from "./words";

export interface Trouble {
  field?: string;
  message: string;
  /** The message doesn't name the field. */
  isGeneral?: boolean;
}

interface FieldErrors {
  errors: ReadonlyMap<string, string>;
  /** Read out before a message: "Error:". */
  errorPrefix: string;
}

export const FieldErrorsContext = createContext<FieldErrors>({ errors: new Map(), errorPrefix: "" });

export const useFieldErrors = (): FieldErrors => useContext(FieldErrorsContext);

export const errorsByField = (troubles: readonly Trouble[]): ReadonlyMap<string, string> =>
  new Map(troubles.flatMap(({ field, message }) => (field === undefined ? [] : [[field, message] as const])));

/** For the summary: as their fields follow one another on the page, each with its field's label if it needs one. */
export const errorsInSummary = (troubles: readonly Trouble[], words: FormWords): Trouble[] =>
  inPageOrder(troubles).map((trouble) => ({ ...trouble, message: inSummary(trouble, words) }));

/** Those without a field come first. */
function inPageOrder(troubles: readonly Trouble[]): Trouble[] {
  const placed = troubles.map((trouble) => ({
    trouble,
    field: document.getElementById(trouble.field ?? ""),
  }));
  placed.sort((a, b) => {
    if (!a.field || !b.field) return Number(a.field !== null) - Number(b.field !== null);
    const isBefore = a.field.compareDocumentPosition(b.field) & Node.DOCUMENT_POSITION_FOLLOWING;
    return a.field === b.field ? 0 : isBefore ? -1 : 1;
  });
  return placed.map(({ trouble }) => trouble);
}

/** With the field's label, if the message alone doesn't say which field it is about. */
function inSummary({ field, message, isGeneral }: Trouble, words: FormWords): string {
  if (!isGeneral || field === undefined) return message;
  const id = CSS.escape(field);
  const label = document.querySelector(`label[for="${id}"], fieldset#${id} > legend`)?.textContent;
  return label ? fillIn(words.labelled, { label, message }) : message;
}
