"use client";
import { useEffect, useState } from "react";

/**
 * The title of a page on which something is wrong. React puts each new title before those that are there: where the page's own
 * comes later, on a slow machine, this one takes its place again.
 */
export function ErrorTitle({ prefix, title }: { prefix: string; title: string }) {
  const [times, setTimes] = useState(0);
  useEffect(() => {
    const putFirst = () => {
      if (!document.title.startsWith(prefix)) setTimes((n) => n + 1);
    };
    putFirst();
    const observer = new MutationObserver(putFirst);
    observer.observe(document.head, { childList: true });
    return () => observer.disconnect();
  }, [prefix]);
  return <title key={times}>{`${prefix} ${title}`}</title>;
}
