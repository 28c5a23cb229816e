"use client";
import { useState, type ReactNode } from "react";
import { buttonLook } from "@/components/ui/looks";
import { ScriptButton } from "@/components/ui/script-button";

/** Gone until it is asked for again on the profile: kept in a cookie, like the appearance. */
export function UntilHidden({ title, hide, children }: { title: string; hide: string; children: ReactNode }) {
  const [isHidden, setHidden] = useState(false);
  if (isHidden) return null;
  return (
    <section
      aria-label={title}
      className="mb-4 flex border-y border-rule py-2 flex-wrap items-baseline gap-x-5 gap-y-2"
    >
      <b>{title}</b>
      {children}
      <ScriptButton
        className={buttonLook("ml-auto")}
        onClick={() => {
          document.cookie = "tried=yes; path=/; max-age=31536000; samesite=lax";
          setHidden(true);
        }}
      >
        {hide}
      </ScriptButton>
    </section>
  );
}
