import { asOfHref } from "./address/as-of-href";
import type { ReactNode } from "react";

/** The words between the tags of a message, as a link. */
export function linkTo(href: string) {
  return function LinkTo(words: ReactNode) {
    return <a href={asOfHref(href)}>{words}</a>;
  };
}
