"use client";
import { useEffect } from "react";

/** Marks the part of the page that is being read in its index; loads when the page is first scrolled. */
export function FollowIndex({ index, parts }: { index: string; parts: readonly string[] }) {
  useEffect(() => {
    let end: (() => void) | null = null;
    const begin = () =>
      void import("@/components/ui/page/follow").then(({ follow }) => (end = follow(index, parts)));
    addEventListener("scroll", begin, { once: true });
    return () => {
      removeEventListener("scroll", begin);
      end?.();
    };
  }, [index, parts]);
  return null;
}
