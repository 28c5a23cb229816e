"use client";
// Says of a row what isn't in its cells: which pledge on record it is, or that it is left out.
import { useState } from "react";
import { troubleLine } from "@/components/form/use-save";
import { buttonLook } from "@/components/ui/looks";
import { ScriptButton } from "@/components/ui/script-button";
import { send } from "@/lib/client/send";
import type { ImportFormWords } from "../words";
import { useShowTried } from "./place";

export interface RowAnswer {
  label: string;
  /** `is`: the pledge that it is; null: none. */
  says: { is: string | null } | { leaveOut: boolean };
  /** The next page. */
  then?: string;
}

export function AnswerRow({
  id,
  row,
  answers,
  words,
}: {
  id: string;
  row: number;
  answers: readonly RowAnswer[];
  words: ImportFormWords<"compared">;
}) {
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState("");
  const showTried = useShowTried();
  const answer = async ({ says, then }: RowAnswer) => {
    if (busy) return;
    setBusy(true);
    const sent = await send("PATCH", `/imports/${id}/rows/${String(row)}`, says);
    if (sent.ok && then !== undefined) return location.assign(then);
    setBusy(false);
    setFailed(sent.ok ? "" : troubleLine(sent.failure, words));
    if (sent.ok) showTried(sent.value);
  };
  return (
    <>
      <p className="flex flex-wrap gap-3 noscript:hidden">
        {answers.map((one) => (
          <ScriptButton
            key={one.label}
            className={buttonLook("plain")}
            aria-disabled={busy}
            onClick={() => void answer(one)}
          >
            {one.label}
          </ScriptButton>
        ))}
      </p>
      {failed === "" ? null : <p role="alert">{failed}</p>}
    </>
  );
}
