"use client";
import { useEffect, useRef, useState, type ReactNode } from "react";
import { fillIn } from "@/components/form/fill";
import { useAlive } from "@/components/ui/alive";

interface Props {
  /** "{name}: place {place} of {count}". */
  moved: string;
  children: ReactNode;
}

/** Around a list whose rows can be put in another order. What does it loads when the list is first touched or focused. */
export function OrderedRows({ moved, children }: Props) {
  const box = useRef<HTMLDivElement>(null);
  const [said, setSaid] = useState("");
  useEffect(() => {
    const list = box.current?.querySelector("ul");
    if (!list) return;
    const gone = new AbortController();
    const { signal } = gone;
    let isAsked = false;
    let pressed: HTMLElement | null = null;
    const load = async () => {
      if (isAsked) return;
      isAsked = true;
      const { dragRows } = await import("./drag-rows");
      if (signal.aborted) return;
      const count = list.children.length;
      dragRows(list, (row, place) =>
        setSaid(fillIn(moved, { name: row.dataset["name"] ?? "", place, count })),
      );
      // What was pressed while this loaded.
      pressed?.click();
    };
    for (const touched of ["pointerenter", "focusin"])
      list.addEventListener(touched, () => void load(), { signal });
    list.addEventListener("click", ({ target }) => (pressed = (target as Element).closest("button")), {
      signal,
    });
    return () => gone.abort();
  }, [moved]);
  return (
    <>
      <div ref={box} className="clear-both" data-alive={useAlive() ? "" : undefined}>
        {children}
      </div>
      <p className="sr-only" role="status">
        {said}
      </p>
    </>
  );
}
