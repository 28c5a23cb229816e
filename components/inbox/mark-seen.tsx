"use client";
import { useRouter } from "next/navigation";
import { useEffect } from "react";
import { send } from "@/lib/client/send";

/** Whoever opens a notice has read it, and sees that it is. Without a script the button says so. */
export function MarkSeen({ seq }: { seq: number }) {
  const router = useRouter();
  useEffect(() => {
    void send("POST", "/inbox/read", { entries: [seq], read: true }).then(({ ok }) => {
      if (ok) router.refresh();
    });
  }, [seq, router]);
  return null;
}
