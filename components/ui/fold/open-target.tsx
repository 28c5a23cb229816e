"use client";
import { useEffect } from "react";

/**
 * A link into something folded opens it. Newer browsers do that on their own, but not for a heading next to
 * its fold.
 */
export function OpenTarget() {
  useEffect(() => {
    const open = () => {
      const id = decodeURIComponent(window.location.hash.slice(1));
      if (id !== "" && unfold(id)) document.getElementById(id)?.scrollIntoView();
    };
    const again = (event: MouseEvent) => {
      const link = event.target instanceof Element ? event.target.closest("a") : null;
      if (link?.hash && link.hash === window.location.hash && link.pathname === window.location.pathname)
        open();
    };
    open();
    window.addEventListener("hashchange", open);
    document.addEventListener("click", again);
    return () => {
      window.removeEventListener("hashchange", open);
      document.removeEventListener("click", again);
    };
  }, []);
  return null;
}

/** Opens the folds that hide the element, and those that open for it. */
export function unfold(id: string): boolean {
  const hiding: HTMLDetailsElement[] = [
    ...document.querySelectorAll<HTMLDetailsElement>(`details[data-opens-for~="${CSS.escape(id)}"]`),
  ];
  const target = document.getElementById(id);
  for (let one = target?.closest("details"); one; one = one.parentElement?.closest("details"))
    hiding.push(one);
  const closed = hiding.filter((one) => !one.open);
  for (const one of closed) one.open = true;
  return closed.length > 0;
}
