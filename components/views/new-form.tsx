"use client";
import { fill } from "@/components/form/fill";
import { FormFrame } from "@/components/form/form-frame";
import { useKept } from "@/components/form/kept";
import { leaveTo } from "@/components/form/told";
import { useSave } from "@/components/form/use-save";
import type { Words } from "@/components/form/words";
import { ViewFields, type ViewDraft } from "./fields";

interface Props {
  account: string;
  address: string;
  title: string;
  words: Words;
}

const FRESH: ViewDraft = { name: "", shared: false };

export function NewViewForm({ account, address, title, words }: Props) {
  const kept = useKept(account, "view", FRESH);
  const { name, shared } = kept.value;
  const { save, say, busy, troubles, errors, attempt } = useSave<{ name: string; address: string }>(words);
  const send = async () => {
    if (name.trim() === "") return say([{ field: "name", message: words["missing-name"] ?? "" }]);
    const sent = await save({ method: "POST", path: "/views", body: { name: name.trim(), address, shared } });
    if (!sent?.ok) return;
    kept.forget();
    leaveTo(sent.value.address, fill(words.saved, { name: sent.value.name }));
  };
  return (
    <FormFrame
      {...{ words, title, troubles, attempt, busy }}
      {...(kept.restored ? { onDiscard: () => kept.startAnew() } : {})}
      submit={words.submit ?? ""}
      onSubmit={() => void send()}
      cancelHref={address}
      className="lform max-w-3xl"
    >
      <ViewFields
        draft={kept.value}
        onChange={(part) => kept.change((before) => ({ ...before, ...part }))}
        errors={errors}
        words={words}
      />
    </FormFrame>
  );
}
