import type { ReactNode } from "react";

/** In place of a list without rows: why there are none, and below it what to do. */
export function EmptyState({ title, text, children }: { title: string; text: string; children?: ReactNode }) {
  return (
    <div className="state">
      <h2>{title}</h2>
      <p>{text}</p>
      {children ? <p>{children}</p> : null}
    </div>
  );
}
