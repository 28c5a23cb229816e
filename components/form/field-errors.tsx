"use client";
// What is wrong with a form's fields, by path, for the controls in it.
import { createContext, useContext } from "react";

export interface Trouble {
  field?: string;
  message: string;
  /** The message doesn't name the field. */
  isGeneral?: boolean;
  /** What the field belongs to, where several have such a field. */
  of?: string;
}

interface FieldErrors {
  errors: ReadonlyMap<string, string>;
  /** Read out before a message: "Error:". */
  errorPrefix: string;
  /** For a control that fills in others: their errors are no longer true. */
  clear?: ((...fields: string[]) => void) | undefined;
}

export const FieldErrorsContext = createContext<FieldErrors>({ errors: new Map(), errorPrefix: "" });

export const useFieldErrors = (): FieldErrors => useContext(FieldErrorsContext);

export const errorsByField = (troubles: readonly Trouble[]): ReadonlyMap<string, string> =>
  new Map(troubles.flatMap(({ field, message }) => (field === undefined ? [] : [[field, message] as const])));

/** The error of a field, or of one in its list. */
export const errorAt = (errors: ReadonlyMap<string, string>, path: string): string | undefined =>
  [...errors].find(
    ([at]) => at === path || (at.startsWith(path) && /^\.\d+$/.test(at.slice(path.length))),
  )?.[1];
