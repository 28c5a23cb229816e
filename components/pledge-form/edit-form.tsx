"use client";
// Editing: only what was changed is sent; where somebody else was faster, what only one touched is merged and
// the rest is chosen field by field.
import { useState } from "react";
import { load } from "@/lib/client/send";
import type { Pledge } from "@/lib/domain/pledge";
import { TextControl } from "@/components/form/controls";
import { Conflict, type Choice } from "@/components/form/conflict";
import { contentBody, draftOf, withChange, type Draft, type DraftChange } from "./draft";
import { FormFrame } from "@/components/form/form-frame";
import { forget, parsed, useFound, useKept } from "@/components/form/kept";
import { changedSince, clashesBetween, type Clash } from "@/components/form/merge";
import type { Words } from "@/components/form/words";
import type { FormOptions } from "./options";
import { ContentFields, TitleFields } from "./pledge-fields";
import { useSave } from "@/components/form/use-save";

interface Kept {
  draft: Draft;
  /** What the record was when editing began, and its version. */
  base: Draft;
  version: number;
}
interface Props {
  account: string;
  pledge: Pledge;
  title: string;
  options: FormOptions;
  words: Words;
  fieldNames: Readonly<Record<string, string>>;
}
interface Against {
  who: string;
  version: number;
  theirs: Draft;
  clashes: Clash[];
}

export function EditForm(props: Props) {
  const name = `edit-${props.pledge.reference}`;
  const found = useFound(props.account, name);
  const draft = draftOf(props.pledge);
  const fresh: Kept = { draft, base: draft, version: props.pledge.version };
  return (
    <Form
      key={found}
      {...props}
      name={name}
      initial={parsed(found, fresh)}
      fresh={fresh}
      restored={found !== null}
    />
  );
}

function Form({
  account,
  pledge,
  title,
  options,
  words,
  fieldNames,
  name,
  initial,
  fresh,
  restored,
}: Props & { name: string; initial: Kept; fresh: Kept; restored: boolean }) {
  const { value: kept, change, startAnew } = useKept(account, name, initial);
  const [isRestored, setRestored] = useState(restored);
  const [unchanged, setUnchanged] = useState(false);
  const [against, setAgainst] = useState<Against | null>(null);
  const { save, busy, troubles, errors, attempt, signedOut } = useSave<{ reference: string }>(words);
  const { draft } = kept;
  const path = `/pledges/${pledge.reference}`;

  const set = (part: DraftChange) => {
    setUnchanged(false);
    change((before) => ({ ...before, draft: withChange(before.draft, part) }));
  };
  const discard = () => {
    startAnew(fresh);
    setRestored(false);
    setAgainst(null);
  };

  const submit = async (mine = draft, base = kept.base, version = kept.version) => {
    const changes = changedSince(contentBody(base), contentBody(mine));
    if (Object.keys(changes).length === 0) return setUnchanged(true);
    const body = { ...changes, ...(mine.reason.trim() ? { reason: mine.reason.trim() } : {}) };
    const sent = await save({ method: "PATCH", path, body, version });
    if (sent === null) return;
    if (sent.ok) {
      forget(account, name);
      return location.assign(path);
    }
    if (sent.failure.is === "conflict") await meet(mine, base, sent.failure.conflict.changedBy);
  };

  /** Somebody saved in between: merge what can be merged and send it again, else show what can't. */
  const meet = async (mine: Draft, base: Draft, who: string) => {
    const current = await load<Pledge>(path);
    if (!current.ok) return;
    const theirs = draftOf(current.value);
    const clashes = clashesBetween(contentBody(base), contentBody(theirs), contentBody(mine));
    if (clashes.length === 0) return submit(mergedDraft(base, mine, theirs), theirs, current.value.version);
    setAgainst({ who, version: current.value.version, theirs, clashes });
  };
  const choose = (choices: Record<string, Choice>) => {
    if (!against) return;
    const merged = mergedDraft(kept.base, draft, against.theirs);
    const chosen = Object.entries(choices).filter(([, choice]) => choice === "theirs");
    const next = chosen.reduce(
      (one, [field]) => ({ ...one, [field]: against.theirs[field as keyof Draft] }),
      merged,
    );
    const state = { draft: next, base: against.theirs, version: against.version };
    change(() => state);
    setAgainst(null);
    void submit(next, against.theirs, against.version);
  };

  if (against)
    return (
      <Conflict {...against} options={options} words={words} fieldNames={fieldNames} onChoose={choose} />
    );
  const shared = { draft, onChange: set, options, words, errors };
  return (
    <FormFrame
      {...{ words, title, troubles, attempt, signedOut, busy }}
      submit={words.saveChanges ?? ""}
      onSubmit={() => void submit()}
      cancelHref={path}
      className="lform"
    >
      <div role="status" className="mb-4">
        {unchanged ? <p>{words.nothingChanged}</p> : null}
        {isRestored ? (
          <p className="saved">
            {words.restored}{" "}
            <button type="button" className="btn plain" onClick={discard}>
              {words.discard}
            </button>
          </p>
        ) : null}
      </div>
      <TitleFields {...shared} />
      <ContentFields {...shared} />
      <TextControl
        errors={errors}
        errorPrefix={words.errorPrefix ?? ""}
        path="reason"
        label={words.reason ?? ""}
        hint={words.reasonHint}
        value={draft.reason}
        onChange={(reason) => set({ reason })}
      />
      <p className="cap keysrow mb-4">
        {words.keysEdit} {words.kept}
      </p>
    </FormFrame>
  );
}

/** Theirs, with what I alone changed put over it; where both changed, mine. */
function mergedDraft(base: Draft, mine: Draft, theirs: Draft): Draft {
  const before = contentBody(base);
  const changed = Object.keys(changedSince(before, contentBody(mine)));
  const own = Object.fromEntries(Object.entries(mine).filter(([field]) => changed.includes(field)));
  return { ...theirs, ...own, reason: mine.reason };
}
