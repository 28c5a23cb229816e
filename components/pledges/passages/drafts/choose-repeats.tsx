"use client";
// Says in the row which pledge on record its words repeat; the comparison around the buttons is made on the server, and what
// the row says is edited here.
import { createContext, useContext, type ReactNode } from "react";
import { buttonLook } from "@/components/ui/looks";
import { ScriptButton } from "@/components/ui/script-button";
import { isOpposite, type DraftSays } from "@/lib/domain/passages/pledge-draft";
import type { Stage } from "@/lib/domain/pledge/stages";

export const AlikeContext = createContext<{ says: DraftSays; choose: (reference: string) => void }>({
  says: "WILL",
  choose: () => undefined,
});

interface SectionProps {
  stage: Stage;
  /** `name` is read out, `shown` has the marking. */
  titles: Record<"alike" | "opposite", { name: string; shown: string }>;
  children: ReactNode;
}

export function AlikeSection({ stage, titles, children }: SectionProps) {
  const { says } = useContext(AlikeContext);
  const { name, shown } = titles[isOpposite(says, stage) ? "opposite" : "alike"];
  return (
    <section className="mb-4 border-l-3 border-l-waiting pl-3" aria-label={name}>
      <p className="mb-1 font-semibold">{shown}</p>
      {children}
    </section>
  );
}

interface ChooseProps {
  /** Empty: none, it is a new pledge. */
  reference: string;
  label: string;
  /** Of the pledge: its opposite can't be chosen. */
  stage?: Stage;
}

export function ChooseRepeats({ reference, label, stage }: ChooseProps) {
  const { says, choose } = useContext(AlikeContext);
  if (stage !== undefined && isOpposite(says, stage)) return null;
  return (
    <ScriptButton className={buttonLook()} onClick={() => choose(reference)}>
      {label}
    </ScriptButton>
  );
}
