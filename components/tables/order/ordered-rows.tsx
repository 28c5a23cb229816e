"use client";
import { useEffect, useRef, useState, type ReactNode } from "react";
import { fillIn } from "@/components/form/fill";

interface Props {
  /** "{name}: place {place} of {count}". */
  moved: string;
  children: ReactNode;
}

/** A list whose rows can be reordered. Its script loads when the list is first touched or focused. */
export function OrderedRows({ moved, children }: Props) {
  const box = useRef<HTMLUListElement>(null);
  const [message, setMessage] = useState("");
  useEffect(() => {
    const list = box.current;
    if (list === null) return;
    const gone = new AbortController();
    const { signal } = gone;
    let isAsked = false;
    const early: HTMLElement[] = [];
    const load = async () => {
      if (isAsked) return;
      isAsked = true;
      const { dragRows } = await import("./drag-rows");
      if (signal.aborted) return;
      const count = list.children.length;
      dragRows(list, (row, place) =>
        setMessage(fillIn(moved, { name: row.dataset["name"] ?? "", place, count })),
      );
      list.removeEventListener("click", press);
      // Buttons that were pressed while this loaded.
      for (const button of early) button.click();
    };
    const press = ({ target }: Event) => {
      const button = (target as Element).closest<HTMLElement>("[data-move]");
      if (button) early.push(button);
      void load();
    };
    list.addEventListener("click", press, { signal });
    for (const touched of ["pointerenter", "focusin"])
      list.addEventListener(touched, () => void load(), { signal });
    return () => gone.abort();
  }, [moved]);
  return (
    <>
      <ul ref={box} className="clear-both">
        {children}
      </ul>
      <p className="sr-only" role="status">
        {message}
      </p>
    </>
  );
}
