"use client";
import { useRouter } from "next/navigation";
import { useEffect } from "react";

/**
 * Links marked `data-keep` open a group or a cell without scrolling the page.
 * Without a script they lead to their fragment.
 */
export function KeepPlace() {
  const router = useRouter();
  useEffect(() => {
    const follow = (event: MouseEvent) => {
      if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey)
        return;
      const link =
        event.target instanceof Element ? event.target.closest("a[data-keep]")?.getAttribute("href") : null;
      if (!link) return;
      event.preventDefault();
      // Links in an SVG have no `pathname`.
      const { pathname, search } = new URL(link, location.href);
      router.push(`${pathname}${search}`, { scroll: false });
    };
    document.addEventListener("click", follow);
    return () => document.removeEventListener("click", follow);
  }, [router]);
  return null;
}
