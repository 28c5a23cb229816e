"use client";
import { useEffect, useState } from "react";
import { fillIn } from "@/components/form/fill";
import { noticeLook } from "@/components/ui/looks";
import { focusOnArrival } from "@/components/ui/pointer";
import type { ArrivalWords } from "./decide-words";

const KEY = "register:review";

interface Left {
  /** What was just done, or what someone else did meanwhile. */
  said?: string;
  /** Link to it. */
  see?: string;
  /** The note that was typed and not sent. */
  note?: string;
  /** The id of the heading that gets the focus. */
  focus: "review" | "since";
}

/** Goes to another proposal, or reloads this one, and shows the message there. */
export function goTo(page: string, left: Left): void {
  sessionStorage.setItem(KEY, JSON.stringify(left));
  location.assign(page);
}

/** Shows the previous page's message once, and moves the focus to the heading. */
export function Arrival({ words }: { words: ArrivalWords }) {
  const [left, setLeft] = useState<Left | null>(null);
  useEffect(() => {
    const found = sessionStorage.getItem(KEY);
    if (found === null) return;
    sessionStorage.removeItem(KEY);
    const stored = JSON.parse(found) as Left;
    const heading = document.getElementById(stored.focus) ?? document.getElementById("review");
    focusOnArrival(heading, { preventScroll: stored.focus === "review" });
    // Later, since screen readers read a status out only when it changes.
    setTimeout(() => setLeft(stored));
  }, []);
  return (
    <div role="status">
      {left?.said ? (
        <p className={left.see ? noticeLook("done") : noticeLook()}>
          {left.said} {left.see ? <a href={left.see}>{words.see}</a> : null}
          {left.note ? <> {fillIn(words.yourNote, { note: left.note })}</> : null}
        </p>
      ) : null}
    </div>
  );
}
