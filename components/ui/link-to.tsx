import { asOfHref } from "./address/as-of-href";
import { referenceLook } from "./looks";
import type { ReactNode } from "react";

/** Makes the words between a message's tags a link. */
export function linkTo(href: string) {
  return function LinkTo(words: ReactNode) {
    return <a href={asOfHref(href)}>{words}</a>;
  };
}

/** To a record by its reference. */
export const ReferenceLink = ({ href, children }: { href: string; children: ReactNode }) => (
  <a className={referenceLook()} href={href}>
    {children}
  </a>
);
