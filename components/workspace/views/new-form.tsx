"use client";
import { SelectControl } from "@/components/form/controls";
import { fillIn } from "@/components/form/fill";
import { FormFrame } from "@/components/form/form-frame";
import { useForm } from "@/components/form/use-form";
import type { ViewFormWords } from "./words";
import { ViewFields, type ViewDraft } from "./fields";

interface Props {
  address: string;
  /** The user's own views of the same list, which the new one may replace. */
  own: readonly { id: string; name: string; version: number }[];
  title: string;
  words: ViewFormWords;
}

/** `as`: the id of the view to replace. */
const FRESH: ViewDraft & { as: string } = { name: "", shared: false, as: "" };

export function NewViewForm({ address, own, title, words }: Props) {
  const { draft, set, saveAny, say, leave, frame } = useForm(words, { name: "view", fresh: FRESH });
  const { name, shared } = draft;
  const instead = own.find(({ id }) => id === draft.as);
  const send = async () => {
    if (!instead && name.trim() === "") return say([{ field: "name", message: words["missing-name"] }]);
    const sent = await saveAny<{ name: string; address: string }>(
      instead
        ? { method: "PATCH", path: `/views/${instead.id}`, body: { address }, version: instead.version }
        : { method: "POST", path: "/views", body: { name: name.trim(), address, shared } },
    );
    if (sent?.ok)
      leave(sent.value.address, fillIn(instead ? words.replaced : words.saved, { name: sent.value.name }));
  };
  return (
    <FormFrame {...frame} title={title} submit={words.submit} onSubmit={send} cancelHref={address}>
      {own.length > 0 ? (
        <SelectControl
          path="as"
          label={words.as}
          none={words.asNew}
          options={own.map((view) => ({ value: view.id, label: fillIn(words.asInstead, view) }))}
          value={instead?.id ?? ""}
          onChange={(as) => set({ as })}
        />
      ) : null}
      {instead ? null : <ViewFields draft={draft} onChange={set} words={words} />}
    </FormFrame>
  );
}
