"use client";
import { useEffect, useState } from "react";
import { fillIn } from "@/components/form/fill";
import type { Words } from "@/components/form/words";

const KEY = "register:review";

interface Left {
  /** What was just done, or came in between. */
  said?: string;
  /** Where it can be looked at. */
  see?: string;
  /** What was written and not sent. */
  note?: string;
  /** The id of the heading to begin with. */
  focus: "review" | "since";
}

/** Goes to another proposal, or to the same one anew, and says there what there is to say. */
export function goTo(page: string, left: Left): void {
  sessionStorage.setItem(KEY, JSON.stringify(left));
  location.assign(page);
}

/** What the page before has left to say, once; the reading begins at the heading. */
export function Arrival({ words }: { words: Words }) {
  const [left, setLeft] = useState<Left | null>(null);
  useEffect(() => {
    const found = sessionStorage.getItem(KEY);
    if (found === null) return;
    sessionStorage.removeItem(KEY);
    const told = JSON.parse(found) as Left;
    const heading = document.getElementById(told.focus) ?? document.getElementById("review");
    heading?.focus({ preventScroll: told.focus === "review" });
    // A status is read out when it changes, not when it is there from the beginning.
    setTimeout(() => setLeft(told));
  }, []);
  return (
    <div role="status">
      {left?.said ? (
        <p className={left.see ? "notice done" : "notice"}>
          {left.said} {left.see ? <a href={left.see}>{words.see}</a> : null}
          {left.note ? <> {fillIn(words.yourNote, { note: left.note })}</> : null}
        </p>
      ) : null}
    </div>
  );
}
