// Pages that show a past moment link to pages at the same moment.
import { cache } from "react";

/** A separate value for each page that is drawn. */
const shown = cache((): { asOf: string | null } => ({ asOf: null }));

/** Call it before anything of the page is drawn. */
export function setAsOf(asOf: string | null): void {
  shown().asOf = asOf;
}

/** The moment that the page shows; null for now. */
export const currentAsOf = (): string | null => shown().asOf;

/** Addresses of this site get the current as-of moment; others stay as they are. */
export const asOfHref = (href: string): string => atMoment(href, currentAsOf());

export function atMoment(href: string, asOf: string | null): string {
  if (asOf === null || !/^\/(?!\/)/.test(href) || /[?&]asOf=/.test(href)) return href;
  const [place = "", ...fragment] = href.split("#");
  return [`${place}${place.includes("?") ? "&" : "?"}asOf=${asOf}`, ...fragment].join("#");
}
