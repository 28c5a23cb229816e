"use client";
import { SelectControl } from "@/components/form/controls";
import { fillIn } from "@/components/form/fill";
import { FormFrame } from "@/components/form/form-frame";
import { useDraft } from "@/components/form/use-draft";
import { navigateWithMessage } from "@/components/form/flash-message";
import { useSave } from "@/components/form/use-save";
import type { ViewFormWords } from "./words";
import { ViewFields, type ViewDraft } from "./fields";

interface Props {
  account: string;
  address: string;
  /** The user's own views of the same list, which the new one may replace. */
  own: readonly { id: string; name: string; version: number }[];
  title: string;
  words: ViewFormWords;
}

/** `as`: the id of the view to replace. */
const FRESH: ViewDraft & { as: string } = { name: "", shared: false, as: "" };

export function NewViewForm({ account, address, own, title, words }: Props) {
  const kept = useDraft(account, "view", FRESH);
  const { name, shared } = kept.value;
  const instead = own.find(({ id }) => id === kept.value.as);
  const { saveAny, say, busy, troubles, errors, attempt } = useSave(words);
  const send = async () => {
    if (!instead && name.trim() === "") return say([{ field: "name", message: words["missing-name"] }]);
    const sent = await saveAny<{ name: string; address: string }>(
      instead
        ? { method: "PATCH", path: `/views/${instead.id}`, body: { address }, version: instead.version }
        : { method: "POST", path: "/views", body: { name: name.trim(), address, shared } },
    );
    if (!sent?.ok) return;
    kept.forget();
    navigateWithMessage(
      sent.value.address,
      fillIn(instead ? words.replaced : words.saved, { name: sent.value.name }),
    );
  };
  return (
    <FormFrame
      {...{ words, title, troubles, attempt, busy }}
      {...(kept.restored ? { onDiscard: () => kept.startAnew() } : {})}
      submit={words.submit}
      onSubmit={() => void send()}
      cancelHref={address}
      className="lform max-w-3xl"
    >
      {own.length > 0 ? (
        <SelectControl
          path="as"
          label={words.as}
          none={words.asNew}
          options={own.map((view) => ({ value: view.id, label: fillIn(words.asInstead, view) }))}
          value={instead?.id ?? ""}
          onChange={(as) => kept.change((before) => ({ ...before, as }))}
          errors={errors}
          errorPrefix={words.errorPrefix}
        />
      ) : null}
      {instead ? null : (
        <ViewFields
          draft={kept.value}
          onChange={(part) => kept.change((before) => ({ ...before, ...part }))}
          errors={errors}
          words={words}
        />
      )}
    </FormFrame>
  );
}
