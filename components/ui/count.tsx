import { asOfHref } from "./address/as-of-href";
import type { ReactNode } from "react";

/** A number links to its rows; zero has none. */
export function Count({ n, href }: { n: number; href: string }): ReactNode {
  return n === 0 ? "0" : <a href={asOfHref(href)}>{n}</a>;
}
