"use client";
import { useRouter } from "next/navigation";
import { useEffect } from "react";

/**
 * Opens a group or a cell without losing one's place: links marked `data-keep` change the view where it stands.
 * Without a script they are links like any other, and lead to their fragment.
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
      // Links of a drawing have no path of their own to ask for.
      const { pathname, search } = new URL(link, location.href);
      router.push(`${pathname}${search}`, { scroll: false });
    };
    document.addEventListener("click", follow);
    return () => document.removeEventListener("click", follow);
  }, [router]);
  return null;
}
