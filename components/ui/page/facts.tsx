import type { ReactNode } from "react";

/** For a list of facts. */
export const Fact = ({ name, children }: { name: ReactNode; children: ReactNode }) => (
  <>
    <dt>{name}</dt>
    <dd>{children}</dd>
  </>
);

interface Props {
  id?: string;
  title: string;
  lead?: ReactNode;
  /** Below the facts. */
  more?: ReactNode;
  /** Its values are short. */
  isShort?: boolean;
  /** Of the list. */
  className?: string;
  children: ReactNode;
}

/** Facts next to a page's text; on a phone they come before it. */
export function SideFacts({
  id = "facts",
  title,
  lead,
  more,
  isShort,
  className = "facts",
  children,
}: Props) {
  return (
    <section
      className="max-md:first:order-0 max-md:mt-8 max-md:pb-0 max-md:first:-order-1"
      aria-labelledby={id}
    >
      <h2 id={id}>{title}</h2>
      {lead}
      <dl {...(isShort ? { "data-short": "" } : {})} className={`${className} border-t border-t-rule`}>
        {children}
      </dl>
      {more}
    </section>
  );
}
