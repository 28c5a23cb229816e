"use client";
import { useEffect, useState } from "react";

const KEY = "register:told";

/** Goes to a page, and has something said there. */
export function leaveTo(page: string, said: string | null): void {
  if (said !== null) sessionStorage.setItem(KEY, said);
  location.assign(page);
}

/** What the page before has left to say, once. */
export function Told() {
  const [said, setSaid] = useState("");
  useEffect(() => {
    const left = sessionStorage.getItem(KEY);
    if (left === null) return;
    sessionStorage.removeItem(KEY);
    // A status is read out when it changes, not when it is there from the beginning.
    setTimeout(() => setSaid(left));
  }, []);
  return <div role="status">{said === "" ? null : <p className="notice done mb-4">{said}</p>}</div>;
}
