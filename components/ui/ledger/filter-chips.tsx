import type { ReactNode } from "react";
import { asOfHref } from "../address/as-of-href";
import { Glyph } from "../marks/glyph";

interface Props {
  chips: readonly { key: string; value: string; href: string }[];
  /** "Remove {term}". */
  remove: (term: string) => string;
  /** The field itself. */
  children: ReactNode;
}

/** A field with what is asked for already before it, each with a link that leaves it out. */
export const FilterChips = ({ chips, remove, children }: Props) => (
  <div className="flex min-h-9 min-w-0 flex-1 flex-wrap max-md:basis-full items-center gap-x-1.5 gap-y-1 rounded-sm border border-control bg-surface px-2 py-0.5 has-[input:focus-visible]:outline-3 has-[input:focus-visible]:outline-(--focus-ring)">
    <Glyph name="search" className="text-muted" />
    {chips.map(({ key, value, href }) => (
      <span
        key={key}
        className="inline-flex max-w-72 items-center gap-1 bg-sunken pl-2 font-mono text-[0.8125rem]/6"
      >
        <span className="truncate">
          <span className="text-muted">{`${key}:`}</span> {value}
        </span>
        <a
          className="icon-target max-md:min-h-8 max-md:min-w-8"
          data-chip
          href={asOfHref(href)}
          aria-label={remove(`${key}:${value}`)}
        >
          <Glyph name="x" size={12} />
        </a>
      </span>
    ))}
    {children}
  </div>
);
