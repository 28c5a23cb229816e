"use client";
import { useEffect, useState } from "react";

/**
 * The title of a page with an error. React inserts each new title before older ones.
 * On a slow machine the page's own title may come later; then this one moves to the front again.
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
