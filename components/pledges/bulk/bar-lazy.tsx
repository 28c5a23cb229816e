"use client";
// Loads the bar with the first tick, on a page whose script must stay small.
import { useEffect, useState, type ComponentProps, type ComponentType } from "react";
import type { BulkBar } from "./bar";

type Props = ComponentProps<typeof BulkBar>;

export function LazyBulkBar(props: Props) {
  const [Loaded, setLoaded] = useState<ComponentType<Props> | null>(null);
  useEffect(() => {
    if (Loaded) return;
    const begin = () => {
      if (document.querySelector("input[data-many]:checked"))
        void import("./bar").then(({ BulkBar: bar }) => setLoaded(() => bar));
    };
    begin();
    document.addEventListener("change", begin);
    return () => document.removeEventListener("change", begin);
  }, [Loaded]);
  return Loaded ? <Loaded {...props} /> : null;
}
