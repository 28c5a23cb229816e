"use client";
import { useEffect } from "react";

/** Marks the part of the page that is being read in its index; loads when the page is first scrolled. */
export function FollowIndex({ index, parts }: { index: string; parts: readonly string[] }) {
  useEffect(() => {
    // Nothing stops the observer: the watched elements go away with the page.
    const begin = () => void import("@/components/ui/page/follow").then(({ follow }) => follow(index, parts));
    addEventListener("scroll", begin, { once: true });
    return () => removeEventListener("scroll", begin);
  }, [index, parts]);
  return null;
}
