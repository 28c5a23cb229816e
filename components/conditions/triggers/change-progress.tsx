"use client";
// Progress of a trigger change that many pledges wait for, while it is prepared, and a way to cancel it.
import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";
import { fillIn } from "@/components/form/fill";
import { useProgress, whyNotStopped } from "@/components/form/sending/use-progress";
import type { Messages } from "@/lib/i18n/message-files";
import { useFigures } from "@/components/ui/language/language";
import { buttonLook, noticeLook } from "@/components/ui/looks";
import { ScriptButton } from "@/components/ui/script-button";
import { sendAny } from "@/lib/client/send";
import type { TriggerChange } from "@/lib/domain/unresolved/trigger-change";

export type ChangeRead = Pick<TriggerChange, "code" | "state" | "total" | "done" | "startedBy">;

export function ChangeProgress({
  change,
  mayCancel,
  words,
}: {
  change: ChangeRead;
  mayCancel: boolean;
  words: Messages["conditions"]["change"];
}) {
  const [now, setNow] = useState(change);
  const [failed, setFailed] = useState("");
  const figures = useFigures();
  const router = useRouter();
  const path = `/triggers/${change.code}/change`;
  const isGoingOn = now.state === "PREPARING" || now.state === "READY";
  useProgress<ChangeRead>(path, isGoingOn, setNow);
  // The page shows an older state of the trigger.
  useEffect(() => {
    if (now.state === "DONE") router.refresh();
  }, [now.state, router]);

  const cancel = async () => {
    setFailed("");
    const answer = await sendAny<ChangeRead>("POST", `${path}/cancel`, {});
    if (answer.ok) setNow(answer.value);
    else setFailed(whyNotStopped(answer.failure, words));
  };
  const counts = { done: figures(now.done), total: figures(now.total) };
  return (
    <section className={noticeLook()} aria-labelledby="change">
      <h2 id="change">{words.title}</h2>
      <p role="status">{words[now.state]}</p>
      {isGoingOn ? (
        <>
          <progress
            className="mt-3 mb-2 bg-moving"
            value={now.done}
            max={Math.max(now.total, 1)}
            aria-labelledby="change"
          />
          <p>{fillIn(words.progress, { ...counts, name: now.startedBy })}</p>
          {mayCancel ? (
            <ScriptButton className={buttonLook("mt-3")} onClick={() => void cancel()}>
              {words.cancel}
            </ScriptButton>
          ) : null}
        </>
      ) : null}
      {failed === "" ? null : <p role="alert">{failed}</p>}
    </section>
  );
}
