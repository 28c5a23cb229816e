import type { ReactNode } from "react";
import { Markup } from "../page/markup/markup";

interface Props {
  title: string;
  /** How many rows. */
  summary?: ReactNode;
  actions?: ReactNode;
  /** Of one line. */
  filter?: ReactNode;
  children: ReactNode;
}

/** A page that is a list: as wide as the window, its title and its filter in a line of 44 px each. */
export function ListFrame({ title, summary, actions, filter, children }: Props) {
  return (
    <div className="listpage">
      <Markup>
        <header className="flex min-h-11 flex-wrap items-center gap-x-4 gap-y-1 max-md:py-2">
          <h1 className="text-[1.25rem]/7">{title}</h1>
          {summary}
          <div className="ml-auto flex flex-wrap gap-2 print:hidden">{actions}</div>
        </header>
      </Markup>
      {filter}
      {children}
    </div>
  );
}
