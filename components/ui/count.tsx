import { asOfHref } from "./address/as-of-href";
import type { ReactNode } from "react";

/** A number leads to its rows; none has none. */
export function Count({ n, href }: { n: number; href: string }): ReactNode {
  return n === 0 ? "0" : <a href={asOfHref(href)}>{n}</a>;
}
