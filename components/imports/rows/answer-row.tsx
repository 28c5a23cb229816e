"use client";
// Says whether a row is a pledge on record: the same, an update of it, or a new one.
import { useState } from "react";
import { troubleLine } from "@/components/form/use-save";
import { buttonLook } from "@/components/ui/looks";
import { ScriptButton } from "@/components/ui/script-button";
import { send } from "@/lib/client/send";
import type { ImportFormWords } from "../words";

export function AnswerRow({
  id,
  row,
  answers,
  words,
}: {
  id: string;
  row: number;
  /** `is`: the pledge that it is; null: none. `then`: the next page. */
  answers: readonly { label: string; is: string | null; then?: string }[];
  words: ImportFormWords<"compared">;
}) {
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState("");
  const answer = async (is: string | null, then?: string) => {
    if (busy) return;
    setBusy(true);
    const sent = await send("PATCH", `/imports/${id}/rows/${String(row)}`, { is });
    if (!sent.ok) {
      setBusy(false);
      setFailed(troubleLine(sent.failure, words));
    } else if (then === undefined) location.reload();
    else location.assign(then);
  };
  return (
    <>
      <p className="flex flex-wrap gap-3 noscript:hidden">
        {answers.map(({ label, is, then }) => (
          <ScriptButton
            key={label}
            className={buttonLook("plain")}
            aria-disabled={busy}
            onClick={() => void answer(is, then)}
          >
            {label}
          </ScriptButton>
        ))}
      </p>
      {failed === "" ? null : <p role="alert">{failed}</p>}
    </>
  );
}
