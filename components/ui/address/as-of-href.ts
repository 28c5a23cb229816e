// A page that shows a moment of the past leads on to pages that show the same one: every link keeps it.
import { cache } from "react";

/** One of its own for each page that is drawn. */
const shown = cache((): { asOf: string | null } => ({ asOf: null }));

/** Said once, before anything of the page is drawn. */
export function setAsOf(asOf: string | null): void {
  shown().asOf = asOf;
}

/** The moment that this page keeps; null for now. */
export const currentAsOf = (): string | null => shown().asOf;

/** An address of this site, at the moment that is shown; of another, as it is. */
export const asOfHref = (href: string): string => atMoment(href, currentAsOf());

export function atMoment(href: string, asOf: string | null): string {
  if (asOf === null || !/^\/(?!\/)/.test(href) || /[?&]asOf=/.test(href)) return href;
  const [place = "", ...fragment] = href.split("#");
  return [`${place}${place.includes("?") ? "&" : "?"}asOf=${asOf}`, ...fragment].join("#");
}
