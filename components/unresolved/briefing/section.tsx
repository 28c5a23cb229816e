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
    <section
      className="brief-s mt-6 pt-3 border-t-2 border-t-rule-strong print:break-inside-avoid print:mt-[3.5mm] print:pt-[1.2mm] print:border-t-[1pt]"
      aria-labelledby={id}
    >
      <header className="flex flex-wrap items-baseline justify-between gap-y-0.5 gap-x-4 mb-2 print:mb-[0.6mm]">
        <h2 className="text-lead/6 font-semibold print:text-[10pt]/[12pt]" id={id}>
          {title}
        </h2>
        {all ? (
          <a className="print:hidden" href={asOfHref(all.href)}>
            {all.words}
          </a>
        ) : null}
      </header>
      {children}
    </section>
  );
}
