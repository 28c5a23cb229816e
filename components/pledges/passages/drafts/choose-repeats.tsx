"use client";
// Says in the row which pledge on record its words repeat; the comparison around the button is made on the server.
import { createContext, useContext } from "react";
import { buttonLook } from "@/components/ui/looks";
import { ScriptButton } from "@/components/ui/script-button";

export const RepeatsContext = createContext<(reference: string) => void>(() => undefined);

/** An empty reference: none, it is a new pledge. */
export function ChooseRepeats({ reference, label }: { reference: string; label: string }) {
  const choose = useContext(RepeatsContext);
  return (
    <ScriptButton className={buttonLook()} onClick={() => choose(reference)}>
      {label}
    </ScriptButton>
  );
}
