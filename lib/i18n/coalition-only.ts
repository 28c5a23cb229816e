// Which pledges a page marks as being for the coalition alone. Said once, by whoever finds out who reads the page.
import { cache } from "react";
import { pledgesNamedIn } from "@/lib/domain/details/coalition-only";
import { translator } from "./translator";

/** One of its own for each page that is drawn. */
const shown = cache((): { references: ReadonlySet<string> } => ({ references: new Set() }));

export function setCoalitionOnly(references: ReadonlySet<string>): void {
  shown().references = references;
}

export const isCoalitionOnly = (reference: string): boolean => shown().references.has(reference);

const t = translator("form");

/** A text with the marking, where it names a pledge that is for the coalition alone. `naming`: what names it, where the text doesn't. */
export const withMarking = (text: string, naming = text): string =>
  pledgesNamedIn(naming).some(isCoalitionOnly) ? `${text} ${t("coalitionOnly")}` : text;
