"use client";
// What others change on this page meanwhile. Its script loads when it first asks.
import { useEffect, useState, type ComponentProps, type ComponentType } from "react";
import type { News } from "./news";

type Props = ComponentProps<typeof News>;

export function LazyNews(props: Props) {
  const [Loaded, setLoaded] = useState<ComponentType<Props> | null>(null);
  useEffect(() => {
    const timer = setTimeout(() => {
      import("./news").then(
        ({ News: loaded }) => setLoaded(() => loaded),
        () => undefined,
      );
    }, FIRST_MS);
    return () => clearTimeout(timer);
  }, []);
  // News about the page before a refresh doesn't apply to the refreshed page.
  return Loaded ? <Loaded key={props.since} {...props} /> : null;
}

const FIRST_MS = 20_000;
