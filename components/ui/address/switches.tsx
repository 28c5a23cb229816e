// Links between views of the same thing, of which one is current.
import type { ReactNode } from "react";

interface Props {
  label: string;
  views: readonly { href: string; words: ReactNode; isCurrent: boolean }[];
  className?: string;
}

export const Segments = ({ label, views, className = "" }: Props) => (
  <nav className={`segments max-md:overflow-x-auto ${className}`.trimEnd()} aria-label={label}>
    {views.map(({ href, words, isCurrent }) => (
      <a
        className="max-md:px-2.25"
        key={href}
        href={href}
        {...(isCurrent ? { "aria-current": "true" as const } : {})}
      >
        {words}
      </a>
    ))}
  </nav>
);

export const Tabs = ({ label, views, className = "" }: Props) => (
  <nav
    className={`tabs max-md:mx-[calc(-1_*_var(--gutter))] max-md:px-(--gutter) ${className}`.trimEnd()}
    aria-label={label}
  >
    {views.map(({ href, words, isCurrent }) => (
      <a key={href} href={href} aria-current={isCurrent ? "page" : undefined}>
        {words}
      </a>
    ))}
  </nav>
);
