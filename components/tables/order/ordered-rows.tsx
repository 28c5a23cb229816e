"use client";
import { useRef, useState, type ReactNode } from "react";
import { fillIn } from "@/components/form/fill";

interface Props {
  /** "{name}: place {place} of {count}". */
  moved: string;
  children: ReactNode;
}

/** A list whose rows can be put in another order. What does it loads when the list is first touched or focused. */
export function OrderedRows({ moved, children }: Props) {
  const list = useRef<HTMLUListElement>(null);
  const asked = useRef(false);
  const [said, setSaid] = useState("");
  const load = async () => {
    if (asked.current) return;
    asked.current = true;
    const { dragRows } = await import("./drag-rows");
    if (list.current === null) return;
    const count = list.current.children.length;
    dragRows(list.current, (row, place) =>
      setSaid(fillIn(moved, { name: row.dataset["name"] ?? "", place, count })),
    );
  };
  return (
    <>
      <ul ref={list} onPointerEnter={() => void load()} onFocus={() => void load()}>
        {children}
      </ul>
      <p className="sr-only" role="status">
        {said}
      </p>
    </>
  );
}
