import type { ReactNode } from "react";

interface Props {
  title: string;
  text: string;
  /** The heading's level. */
  level?: 1 | 2 | 3;
  children?: ReactNode;
}

/** In place of what there isn't: why, and below it what to do. */
export function EmptyState({ title, text, level = 2, children }: Props) {
  const Heading = `h${level}` as const;
  return (
    <div className="state">
      <Heading>{title}</Heading>
      <p>{text}</p>
      {children ? <p className="mt-2">{children}</p> : null}
    </div>
  );
}
