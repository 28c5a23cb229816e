// Which pledges a page marks as being for the coalition alone. Said once, by whoever finds out who reads the page.
import { cache } from "react";

/** One of its own for each page that is drawn. */
const shown = cache((): { references: ReadonlySet<string> } => ({ references: new Set() }));

export function setCoalitionOnly(references: ReadonlySet<string>): void {
  shown().references = references;
}

export const isCoalitionOnly = (reference: string): boolean => shown().references.has(reference);
