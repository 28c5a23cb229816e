"use client";
// Hands the rows of a desk over to it: they leave this file and wait there.
import { useState } from "react";
import { fillIn } from "@/components/form/fill";
import { navigateWithMessage } from "@/components/form/flash-message";
import { troubleLine } from "@/components/form/use-save";
import { buttonLook, errorLook } from "@/components/ui/looks";
import { ScriptButton } from "@/components/ui/script-button";
import { newKey, send } from "@/lib/client/send";
import type { ImportFormWords } from "../words";

interface Props {
  job: { id: string; rows: number };
  participants: string[];
  /** With the participants, for users who don't see the rest of the line. */
  label: string;
  words: ImportFormWords<"handOver">;
}

export function HandOverButton({ job, participants, label, words }: Props) {
  const [key] = useState(newKey);
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState("");
  const handOver = async () => {
    setBusy(true);
    const sent = await send("POST", `/imports/${job.id}/hand-over`, { participants }, { key });
    setBusy(false);
    if (!sent.ok) return setFailed(troubleLine(sent.failure, words));
    const { id, reference, rows } = sent.value;
    // A file with no rows left is gone.
    navigateWithMessage(`/imports/${rows === job.rows ? id : job.id}`, fillIn(words.done, { reference }));
  };
  return (
    <>
      <ScriptButton
        className={buttonLook("shrink-0")}
        disabled={busy}
        aria-label={label}
        onClick={() => void handOver()}
      >
        {busy ? words.saving : words.submit}
      </ScriptButton>
      {failed === "" ? null : (
        <p role="alert" className={errorLook("basis-full")}>
          {failed}
        </p>
      )}
    </>
  );
}
