import type { ReactNode } from "react";
import { asOfHref } from "../address/as-of-href";

interface Props {
  /** How many rows, and the filters that no box shows. */
  children: ReactNode;
  /** Where the list is filtered: the whole list. */
  whole: { href: string; label: string } | null;
}

export function ListSummary({ children, whole }: Props) {
  return (
    <p className="text-muted">
      {children}
      {whole === null ? null : (
        <>
          {" · "}
          <a href={asOfHref(whole.href)}>{whole.label}</a>
        </>
      )}
    </p>
  );
}
