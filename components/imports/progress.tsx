"use client";
import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";
import { fillIn } from "@/components/form/fill";
import { useProgress, whyNotStopped } from "@/components/form/sending/use-progress";
import type { Messages } from "@/lib/i18n/message-files";
import { useFigures } from "@/components/ui/language/language";
import { buttonLook } from "@/components/ui/looks";
import { Section } from "@/components/ui/page/section";
import { ScriptButton } from "@/components/ui/script-button";
import { send } from "@/lib/client/send";
import { isImportUnderWay, type ImportJob } from "@/lib/domain/import/import";

export type Going = Pick<ImportJob, "id" | "state" | "step" | "done" | "total">;

export function Progress({ job, words }: { job: Going; words: Messages["imports"]["progress"] }) {
  const [now, setNow] = useState<Going>(job);
  const [isStopping, setStopping] = useState(false);
  const [failed, setFailed] = useState("");
  const figures = useFigures();
  const router = useRouter();
  const goesOn = isImportUnderWay(now);
  useProgress(`/imports/${job.id}`, goesOn, setNow, LOOK_EVERY_MS);
  useEffect(() => {
    if (!goesOn) router.refresh();
  }, [goesOn, router]);

  const stop = async () => {
    setFailed("");
    const answer = await send("POST", `/imports/${job.id}/cancel`, {});
    if (answer.ok) setStopping(true);
    else setFailed(whyNotStopped(answer.failure, words));
  };
  const total = now.total ?? 0;
  const underWay = now.state === "WAITING" ? words.WAITING : words[now.step ?? "WAITING"];
  const ended = now.state === "FAILED" || now.state === "CANCELLED" ? words.stopped : words.finished;
  const status = goesOn ? underWay : ended;
  return (
    <Section
      id="going"
      title={status}
      aside={
        now.step === "UNDOING" || isStopping || !goesOn ? null : (
          <ScriptButton className={buttonLook()} onClick={() => void stop()}>
            {words.cancel}
          </ScriptButton>
        )
      }
      className="max-w-3xl"
    >
      <progress
        className="mt-2 mb-1 bg-moving"
        {...(total > 0 ? { value: now.done, max: total } : {})}
        aria-labelledby="going"
      />
      <p className="text-caption text-muted mt-4" role="status">
        {goesOn && isStopping ? words.stopping : status}
        {total > 0 ? ` · ${fillIn(words.of, { done: figures(now.done), total: figures(total) })}` : ""}
      </p>
      <p className="text-caption text-muted mt-4">{words.leave}</p>
      {failed === "" ? null : <p role="alert">{failed}</p>}
    </Section>
  );
}

const LOOK_EVERY_MS = 700;
