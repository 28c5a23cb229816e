"use client";
// Discards a file that nothing was imported from.
import { useState } from "react";
import { navigateWithMessage } from "@/components/form/flash-message";
import { troubleLine } from "@/components/form/use-save";
import type { Words } from "@/components/form/words";
import { ScriptButton } from "@/components/ui/script-button";
import { send } from "@/lib/client/send";

export function Discard({ id, words }: { id: string; words: Words }) {
  const [failed, setFailed] = useState("");
  const discard = async () => {
    const sent = await send("POST", `/imports/${id}/cancel`, { discard: true });
    if (sent.ok) navigateWithMessage("/imports", words.done ?? null);
    else setFailed(troubleLine(sent.failure, words));
  };
  return (
    <>
      <ScriptButton className="btn plain" onClick={() => void discard()}>
        {words.submit}
      </ScriptButton>
      {failed === "" ? null : <p role="alert">{failed}</p>}
    </>
  );
}
