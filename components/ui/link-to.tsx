import { asOfHref } from "./address/as-of-href";
import type { ReactNode } from "react";

/** Makes the words between a message's tags a link. */
export function linkTo(href: string) {
  return function LinkTo(words: ReactNode) {
    return <a href={asOfHref(href)}>{words}</a>;
  };
}
