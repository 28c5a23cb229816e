import { asOfHref } from "@/components/ui/address/as-of-href";
import type { ReactNode } from "react";

/** The heading has the count, and links to all of them. */
export function Block({
  id,
  title,
  all,
  children,
}: {
  id: string;
  title: string;
  all?: { href: string; words: string } | undefined;
  children: ReactNode;
}) {
  return (
    <section className="brief-s" aria-labelledby={id}>
      <header>
        <h2 id={id}>{title}</h2>
        {all ? <a href={asOfHref(all.href)}>{all.words}</a> : null}
      </header>
      {children}
    </section>
  );
}
