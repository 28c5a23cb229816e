"use client";
import { useState } from "react";
import { TextControl } from "@/components/form/controls";
import { FormFrame } from "@/components/form/form-frame";
import { TickField } from "@/components/form/tick-field";
import { useForm } from "@/components/form/use-form";
import type { Option } from "@/components/form/words";
import { ShownOnce } from "@/components/ui/page/shown-once";
import type { WebhookWords } from "./words";

interface Props {
  title: string;
  types: readonly Option[];
  words: WebhookWords;
}

export function NewWebhookForm({ title, types, words }: Props) {
  const form = { name: "new-webhook", fresh: FRESH, keyed: false };
  const { draft, fieldOf, ticksOf, save, forget, frame } = useForm(words, form);
  const [secret, setSecret] = useState<string | null>(null);
  const send = async () => {
    const body = { name: draft.name.trim(), url: draft.url.trim(), types: draft.types };
    const sent = await save({ method: "POST", path: "/me/webhooks", body });
    if (!sent?.ok) return;
    forget();
    setSecret(sent.value.secret);
  };
  if (secret !== null) return <ShownOnce secret={secret} href="/profile/webhooks" words={words} />;
  return (
    <FormFrame {...frame} title={title} submit={words.make} onSubmit={send} cancelHref="/profile">
      <TextControl {...fieldOf("name")} required label={words.name} hint={words.nameHint} />
      <TextControl {...fieldOf("url")} required type="url" label={words.url} hint={words.urlHint} />
      <TickField {...ticksOf("types")} label={words.types} hint={words.typesHint} options={types} />
    </FormFrame>
  );
}

const FRESH = { name: "", url: "", types: [] as string[] };
