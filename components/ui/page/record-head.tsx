import type { ReactNode } from "react";
import { PageHead } from "./page-head";

interface Props {
  title: ReactNode;
  lang?: string;
  /** What it is called and belongs to, above the title. */
  meta?: ReactNode;
  actions?: ReactNode;
  /** What else is said of it, a line each. */
  children?: ReactNode;
}

/** The head of a record's own page. */
export function RecordHead({ title, lang, meta, actions, children }: Props) {
  return (
    <div className="ptop" data-short="">
      {meta === undefined ? null : <MetaLine>{meta}</MetaLine>}
      <PageHead title={title} {...(lang === undefined ? {} : { lang })} ofRecord>
        {actions}
      </PageHead>
      {children}
    </div>
  );
}

/** Short facts, next to one another. */
export function MetaLine({ children }: { children: ReactNode }) {
  return (
    <p className="pmeta flex flex-wrap items-center gap-4 mb-0.5 text-muted max-md:gap-y-0.5 max-md:gap-x-3">
      {children}
    </p>
  );
}
