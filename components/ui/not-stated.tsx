import type { ReactNode } from "react";

/** What the record doesn't say, said in words; a dash would mean "declined", a nought a number. */
export function NotStated({ children }: { children: ReactNode }) {
  return <span className="ns">{children}</span>;
}
