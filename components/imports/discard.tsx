"use client";
// Discards a file that nothing was imported from.
import { useState } from "react";
import { navigateWithMessage } from "@/components/form/flash-message";
import { troubleLine } from "@/components/form/use-save";
import { buttonLook } from "@/components/ui/looks";
import type { ImportFormWords } from "./words";
import { ScriptButton } from "@/components/ui/script-button";
import { send } from "@/lib/client/send";

export function Discard({ id, words }: { id: string; words: ImportFormWords<"discard"> }) {
  const [failed, setFailed] = useState("");
  const discard = async () => {
    const sent = await send("POST", `/imports/${id}/cancel`, { discard: true });
    if (sent.ok) navigateWithMessage("/imports", words.done);
    else setFailed(troubleLine(sent.failure, words));
  };
  return (
    <>
      <ScriptButton className={buttonLook("plain")} onClick={() => void discard()}>
        {words.submit}
      </ScriptButton>
      {failed === "" ? null : <p role="alert">{failed}</p>}
    </>
  );
}
