// The pledges that a page marks as coalition only. Set once, where the page's reader is determined.
import { cache } from "react";
import { pledgesNamedIn } from "@/lib/domain/details/coalition-only";
import { translator } from "./translator";

/** React's cache: one per page render. */
const shown = cache((): { references: ReadonlySet<string> } => ({ references: new Set() }));

export function setCoalitionOnly(references: ReadonlySet<string>): void {
  shown().references = references;
}

export const isCoalitionOnly = (reference: string): boolean => shown().references.has(reference);

const t = translator("form");

/**
 * The text, with the marking if it names a coalition-only pledge. `naming`: where to look for names instead of in
 * `text`.
 */
export const withMarking = (text: string, naming = text): string =>
  pledgesNamedIn(naming).some(isCoalitionOnly) ? `${text} ${t("coalitionOnly")}` : text;
