// A part of a page that is folded until the user opens it. Works without a script, and is unfolded on paper.
import type { ReactNode } from "react";
import { Glyph } from "../marks/glyph";

interface Props {
  /** What is inside, in a line. */
  summary: ReactNode;
  /** Open from the start. */
  open?: boolean;
  id?: string;
  /** Ids of headings outside it: a link to one of them opens it as well. */
  opensFor?: string | undefined;
  className?: string;
  children: ReactNode;
}

export function Fold({ summary, open, id, opensFor, className, children }: Props) {
  return (
    <details
      id={id}
      className={className === undefined ? "fold" : `fold ${className}`}
      open={open}
      data-opens-for={opensFor}
    >
      <summary className="flex min-h-8 items-center gap-2">
        <Glyph name="right" size={12} className="shrink-0 in-[[open]>summary]:rotate-90" />
        {summary}
      </summary>
      {children}
    </details>
  );
}
