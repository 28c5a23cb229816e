"use client";
import { useState, type MouseEvent } from "react";
import { Glyph } from "./marks/glyph";

/** A permanent link; with a clipboard, it copies its address instead. */
export function CopyButton({ path, label, copied }: { path: string; label: string; copied: string }) {
  const [done, setDone] = useState(false);
  const copy = (event: MouseEvent) => {
    // On a plain-http address there is no clipboard, so the link is followed.
    if (!("clipboard" in navigator)) return;
    event.preventDefault();
    void navigator.clipboard.writeText(new URL(path, location.origin).href).then(() => setDone(true));
  };
  return (
    <a
      className="icon-target text-muted -ml-3"
      href={path}
      aria-label={label}
      onClick={copy}
      onBlur={() => setDone(false)}
    >
      <Glyph name={done ? "tick" : "link"} />
      <span className="sr-only" role="status">
        {done ? copied : ""}
      </span>
    </a>
  );
}
