"use client";
// Marks one entry of a long list without moving the page. Without a script, the form leads back to its row.
import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";
import { noticeLook } from "@/components/ui/looks";
import { send } from "@/lib/client/send";

interface Words {
  read: string;
  unread: string;
  failed: string;
}

export function ReadInPlace({ words }: { words: Words }) {
  const router = useRouter();
  const [outcome, setOutcome] = useState<keyof Words | null>(null);
  useEffect(() => {
    const mark = async (form: HTMLFormElement) => {
      const { entry, read } = Object.fromEntries(new FormData(form));
      setOutcome(null);
      const sent = await send("POST", "/inbox/read", { entries: [Number(entry)], read: read === "true" });
      if (!sent.ok) return setOutcome("failed");
      // In a view of unread entries, the row disappears with it.
      const row = form.closest("li");
      const other = row?.nextElementSibling ?? row?.previousElementSibling;
      if (new URLSearchParams(location.search).has("show")) other?.querySelector("button")?.focus();
      setOutcome(read === "true" ? "read" : "unread");
      router.refresh();
    };
    const listen = (event: SubmitEvent) => {
      const form = event.target;
      if (!(form instanceof HTMLFormElement) || form.dataset.mark === undefined) return;
      event.preventDefault();
      void mark(form);
    };
    document.addEventListener("submit", listen);
    return () => document.removeEventListener("submit", listen);
  }, [router]);
  return (
    <div role="status">
      {outcome === null ? null : (
        <p className={outcome === "failed" ? noticeLook("warn mb-4") : "sr-only"}>{words[outcome]}</p>
      )}
    </div>
  );
}
