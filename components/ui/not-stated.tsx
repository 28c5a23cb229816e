import type { ReactNode } from "react";

/** A missing fact in words: a dash would mean "declined", and 0 a number. */
export function NotStated({ children }: { children: ReactNode }) {
  return <span className="not-stated">{children}</span>;
}
