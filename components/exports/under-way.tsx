"use client";
// Packages being made: their progress, and a way to cancel one.
import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";
import { fillIn } from "@/components/form/fill";
import { useProgress, whyNotStopped } from "@/components/form/sending/use-progress";
import { textAt } from "@/lib/i18n/text-at";
import type { Messages } from "@/lib/i18n/message-files";
import { useFigures } from "@/components/ui/language/language";
import { buttonLook, codeLook } from "@/components/ui/looks";
import { ScriptButton } from "@/components/ui/script-button";
import { send } from "@/lib/client/send";
import { isJobOpen, type ExportJob } from "@/lib/domain/log/export";

export type OpenExport = Pick<ExportJob, "id" | "reference" | "state" | "step" | "done" | "total"> & {
  title: string;
};

export function UnderWay({
  exports,
  words,
}: {
  exports: readonly OpenExport[];
  words: Messages["exports"]["open"];
}) {
  return exports.length === 0 ? (
    <p className="text-muted">{words.nothing}</p>
  ) : (
    <>
      {exports.map((one) => (
        <One key={one.id} export={one} words={words} />
      ))}
      <p className="text-caption text-muted">{words.leave}</p>
    </>
  );
}

function One({ export: given, words }: { export: OpenExport; words: Messages["exports"]["open"] }) {
  const [now, setNow] = useState<Omit<OpenExport, "title">>(given);
  const [failed, setFailed] = useState("");
  const figures = useFigures();
  const router = useRouter();
  const isGoingOn = isJobOpen(now);
  useProgress(`/exports/${given.id}`, isGoingOn, setNow);
  // The list below is older than this.
  useEffect(() => {
    if (!isGoingOn) router.refresh();
  }, [isGoingOn, router]);

  const cancel = async () => {
    setFailed("");
    const answer = await send("POST", `/exports/${given.id}/cancel`, {});
    if (answer.ok) setNow(answer.value);
    else setFailed(whyNotStopped(answer.failure, words));
  };
  const total = now.total ?? 0;
  const id = `export-${given.reference}`;
  return (
    <section className="mb-4" aria-labelledby={id}>
      <p className="flex justify-between gap-3">
        <b id={id}>
          <span className={codeLook()}>{given.reference}</span> {given.title}
        </b>
        <ScriptButton className={buttonLook("plain")} onClick={() => void cancel()}>
          {words.cancel}
        </ScriptButton>
      </p>
      <progress
        className="mt-2 mb-1 bg-moving"
        {...(total > 0 ? { value: now.done, max: total } : {})}
        aria-labelledby={id}
      />
      <p className="text-caption text-muted" role="status">
        {now.state === "DONE"
          ? fillIn(words.ready, { reference: given.reference })
          : textAt(words, now.step ?? now.state)}
        {total > 0 ? ` · ${fillIn(words.of, { done: figures(now.done), total: figures(total) })}` : ""}
      </p>
      {failed === "" ? null : <p role="alert">{failed}</p>}
    </section>
  );
}
