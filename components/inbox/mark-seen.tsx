"use client";
import { useEffect } from "react";
import { send } from "@/lib/client/send";

/** Whoever opens a notice has read it. Without a script the button says so. */
export function MarkSeen({ seq }: { seq: number }) {
  useEffect(() => {
    void send("POST", "/inbox/read", { entries: [seq], read: true });
  }, [seq]);
  return null;
}
