"use client";
import { useEffect } from "react";

/** Marks the last heading that has passed the upper third of the window. */
export function IndexFollows({ index }: { index: string }) {
  useEffect(() => {
    const links = [...(document.getElementById(index)?.querySelectorAll<HTMLAnchorElement>("a") ?? [])];
    const mark = () => {
      const passed = links.filter((link) => {
        const heading = document.getElementById(link.hash.slice(1));
        return heading !== null && heading.getBoundingClientRect().top < window.innerHeight / 3;
      });
      const current = passed.at(-1) ?? links[0];
      for (const link of links)
        if (link === current) link.setAttribute("aria-current", "location");
        else link.removeAttribute("aria-current");
    };
    mark();
    window.addEventListener("scroll", mark, { passive: true });
    return () => window.removeEventListener("scroll", mark);
  }, [index]);
  return null;
}
