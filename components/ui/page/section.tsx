import type { ComponentProps, ReactNode } from "react";

interface Props extends Omit<ComponentProps<"section">, "title"> {
  title: ReactNode;
  /** Next to the title: a count, a link, a sentence. */
  aside?: ReactNode;
  /** Id that links lead to, if it isn't the title's. */
  anchor?: string;
}

/** A part of a page. It begins with a heavy line, like a page of a ledger. */
export function Section({ id, title, aside, anchor, className = "", children, ...given }: Props) {
  return (
    <section {...given} id={anchor} className={`section ${className}`.trimEnd()} aria-labelledby={id}>
      <header>
        <h2 id={id}>{title}</h2>
        {aside}
      </header>
      {children}
    </section>
  );
}
