"use client";
import { navigateWithMessage } from "@/components/form/flash-message";
import { useSave } from "@/components/form/use-save";
import { buttonLook, errorLook } from "@/components/ui/looks";
import { ScriptButton } from "@/components/ui/script-button";
import type { WebhookWords } from "./words";

interface Props {
  id: string;
  paused: boolean;
  labels: { pause: string; remove: string };
  words: WebhookWords;
}

export function ChangeWebhook({ id, paused, labels, words }: Props) {
  const { save, busy, troubles } = useSave(words);
  const pause = async () => {
    const sent = await save({ method: "POST", path: `/webhooks/${id}/pause`, body: { paused: !paused } });
    if (sent?.ok) navigateWithMessage(location.pathname, words.changed);
  };
  const remove = async () => {
    const sent = await save({ method: "POST", path: `/webhooks/${id}/remove`, body: {} });
    if (sent?.ok) navigateWithMessage(location.pathname, words.removed);
  };
  return (
    <div aria-busy={busy} className="flex flex-wrap gap-2">
      <ScriptButton className={buttonLook()} onClick={() => void pause()}>
        {labels.pause}
      </ScriptButton>
      <ScriptButton className={buttonLook("danger")} onClick={() => void remove()}>
        {labels.remove}
      </ScriptButton>
      <p role="alert" className={errorLook()}>
        {troubles[0]?.message}
      </p>
    </div>
  );
}
