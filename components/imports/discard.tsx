"use client";
// Gives up a file that nothing came of.
import { useState } from "react";
import { leaveTo } from "@/components/form/told";
import { troublesOf } from "@/components/form/use-save";
import type { Words } from "@/components/form/words";
import { send } from "@/lib/client/send";

export function Discard({ id, words }: { id: string; words: Words }) {
  const [failed, setFailed] = useState("");
  const discard = async () => {
    const sent = await send("POST", `/imports/${id}/cancel`, { discard: true });
    if (sent.ok) leaveTo("/imports", words.done ?? null);
    else
      setFailed(
        troublesOf(sent.failure, words)
          .map(({ message }) => message)
          .join(" "),
      );
  };
  return (
    <>
      <button type="button" className="btn plain" onClick={() => void discard()}>
        {words.submit}
      </button>
      {failed === "" ? null : <p role="alert">{failed}</p>}
    </>
  );
}
