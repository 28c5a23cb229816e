"use client";
import { useRouter } from "next/navigation";
import { useEffect } from "react";
import { send } from "@/lib/client/send";

/** Marks an opened notice as read, and says so. Without a script, a button does it. */
export function MarkSeen({ seq }: { seq: number }) {
  const router = useRouter();
  useEffect(() => {
    void send("POST", "/inbox/read", { entries: [seq], read: true }).then(({ ok }) => {
      if (ok) router.refresh();
    });
  }, [seq, router]);
  return null;
}
