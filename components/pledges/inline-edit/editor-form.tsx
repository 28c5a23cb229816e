"use client";
import { useEffect, useRef } from "react";
import { ConflictComparison } from "@/components/form/comparison";
import { SelectControl, TextControl, type textFields } from "@/components/form/controls";
import { DateControl } from "@/components/form/dates/date-control";
import { FieldErrorsContext } from "@/components/form/field-errors";
import { fillIn } from "@/components/form/fill";
import { SubmitButton } from "@/components/form/sending/submit-button";
import { useRecord } from "@/components/form/use-record";
import { useSave } from "@/components/form/use-save";
import { ownerElsewhere, ownerOptions } from "@/components/pledges/pledge-form/owners";
import { buttonLook, errorLook } from "@/components/ui/looks";
import { ScriptButton } from "@/components/ui/script-button";
import {
  cellBodyOf,
  cellDraftOf,
  INLINE_FIELDS,
  type EditorProps,
  type InlineDraft,
  type InlineRead,
} from "./read";
import { inlineWords } from "./words";
import { dateShown } from "@/lib/i18n/typed-dates";

export function EditorForm({ owners, read, onClose, onDone }: EditorProps & { read: InlineRead }) {
  const words = inlineWords();
  const { reference } = read;
  const path = `/pledges/${reference}`;
  const form = useRecord<InlineDraft, InlineRead>({
    words,
    name: `inline-${reference}`,
    read,
    path,
    toDraft: cellDraftOf,
    body: cellBodyOf,
    names: Object.fromEntries(INLINE_FIELDS.map((field) => [field, words[field]])),
    onSaved: (_saved, message) =>
      onDone([fillIn(words.saved, { reference }), message].filter((part) => part !== null).join(" ")),
  });
  const confirming = useSave(words);
  const first = useRef<HTMLFormElement>(null);
  useEffect(() => first.current?.querySelector<HTMLElement>("select, input")?.focus(), []);

  const confirm = async () => {
    const sent = await confirming.saveAny<InlineRead>({ method: "POST", path: `${path}/confirm`, body: {} });
    if (sent?.ok) onDone(fillIn(words.confirmed, { reference }));
  };
  if (form.against)
    return (
      <ConflictComparison
        {...form.against}
        textOf={({ field }, value) => textOf(field, value, owners)}
        words={words}
      />
    );

  const cancel = () => {
    form.renew(read);
    onClose();
  };
  const { draft, fieldOf, errors, frame } = form;
  const loose = [...frame.troubles, ...confirming.troubles].filter(
    ({ field }) => !INLINE_FIELDS.some((one) => one === field),
  );
  return (
    <form
      method="post"
      noValidate
      autoComplete="off"
      ref={first}
      onKeyDown={(event) => {
        if (event.code !== "Escape") return;
        event.stopPropagation();
        cancel();
      }}
      onSubmit={(event) => {
        event.preventDefault();
        frame.onSubmit();
      }}
    >
      <FieldErrorsContext value={{ errors, errorPrefix: words.errorPrefix }}>
        <EditorFields {...{ draft, fieldOf, owners, read }} />
      </FieldErrorsContext>
      <p
        role="alert"
        className={loose.length > 0 ? errorLook() : "sr-only"}
        key={frame.attempt + confirming.attempt}
      >
        {(loose[0] ?? frame.troubles[0])?.message}
      </p>
      <p role="status">{frame.note}</p>
      {frame.onDiscard ? (
        <p className="flex items-center gap-1.5">
          {words.restored}{" "}
          <ScriptButton className={buttonLook("plain")} onClick={frame.onDiscard}>
            {words.discard}
          </ScriptButton>
        </p>
      ) : null}
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2 mt-2">
        <SubmitButton className={buttonLook("primary")} busy={frame.busy}>
          {frame.busy ? words.saving : words.save}
        </SubmitButton>
        <ScriptButton className={buttonLook()} aria-busy={confirming.busy} onClick={() => void confirm()}>
          {words.confirm}
        </ScriptButton>
        <ScriptButton className={buttonLook("plain")} onClick={cancel}>
          {words.cancel}
        </ScriptButton>
        <a href={`${path}/edit`}>{words.whole}</a>
      </div>
      <p className="text-caption text-muted">{words.hint}</p>
    </form>
  );
}

interface FieldsProps extends Pick<EditorProps, "owners"> {
  read: InlineRead;
  draft: InlineDraft;
  fieldOf: ReturnType<typeof textFields<InlineDraft>>;
}

function EditorFields({ draft, fieldOf, owners, read }: FieldsProps) {
  const words = inlineWords();
  const elsewhere = ownerElsewhere(owners, draft.owner, read.participant);
  return (
    <div className="grid items-start grid-cols-[minmax(160px,1fr)_minmax(220px,2fr)_210px_210px] gap-3 max-md:grid-cols-1">
      <SelectControl
        {...fieldOf("owner")}
        label={words.owner}
        options={ownerOptions(owners, draft.owner)}
        none={words.nobody}
        after={
          elsewhere ? (
            <p className="text-caption text-muted mt-1">
              {fillIn(words.ownerElsewhere, { name: elsewhere.name })}
            </p>
          ) : null
        }
      />
      <TextControl {...fieldOf("nextAction")} label={words.nextAction} />
      <DateControl {...fieldOf("nextActionDueOn")} label={words.nextActionDueOn} />
      <DateControl {...fieldOf("dueOn")} label={words.dueOn} />
    </div>
  );
}

const textOf = (field: string, value: unknown, owners: EditorProps["owners"]): string => {
  const words = inlineWords();
  if (typeof value !== "string" || value === "") return field === "owner" ? words.nobody : words.notSet;
  if (field === "nextAction") return value;
  return field === "owner"
    ? (owners.find(({ email }) => email === value)?.name ?? value)
    : dateShown("day", value);
};
