import type { ReactNode } from "react";
import { asOfHref } from "@/components/ui/address/as-of-href";

interface Props {
  href: string;
  /** What it says, in full: the name of the link, and what the pointer shows. */
  label: string;
  /** What is lit under the pointer and the focus: a row or a column of the drawing. */
  spot: { x: number | string; y: number; width: number | string; height: number };
  /** The reading line: from the value to its axis. */
  reading?: { x1: number | string; x2: number | string; y1: number; y2: number } | null;
  /** What it says, at the drawing's top. */
  words?: { x: number; y: number; text: string } | null;
  children: ReactNode;
}

/** A row or column of a drawing. It leads to its figures, and is lit while it is read. */
export const Lit = ({ href, label, spot, reading = null, words = null, children }: Props) => (
  <g className="lit-group">
    <a className="lit-link" href={asOfHref(href)} aria-label={label} data-lit="">
      <title>{label}</title>
      <rect className="lit-spot" {...spot} />
      {children}
    </a>
    {reading === null ? null : <line className="lit-line" {...reading} />}
    {words === null ? null : (
      <text className="lit-words" x={words.x} y={words.y}>
        {words.text}
      </text>
    )}
  </g>
);
