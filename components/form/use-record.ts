"use client";
// A form that changes a record with a version, and sends only what was changed. After a conflict it merges
// what only one side changed and sends again automatically; the rest is chosen field by field.
import { useEffect, useEffectEvent, useRef, useState } from "react";
import { loadAny } from "@/lib/client/send";
import type { Conflict } from "@/lib/domain/base/refusal";
import { useDraft } from "./use-draft";
import { changedSince, merge, type Clash, type MergedFields, type MergeSide } from "./merging/merge";
import {
  mergedWords,
  fieldNameOf,
  type ConflictingRecord,
  type StoredRecord,
  type RecordForm,
} from "./record-form";
import { same } from "./merging/same";
import { textFields } from "./controls";
import { tickFields } from "./tick-field";
import { isUnanswered, troublesOf, useSave } from "./use-save";

type Choices = Readonly<Record<string, MergeSide>>;

const MOST_TIMES = 5;

export function useRecord<Draft extends object, Read extends { version: number }, Saved = Read>(
  form: RecordForm<Draft, Read, Saved>,
) {
  const { words, body } = form;
  const stored = useDraft(form.name, storedIn(form, form.read));
  useLaterRead(form, stored);
  const { saveAny, say, clear, busy, troubles, errors, attempt } = useSave(words);
  const [note, setNote] = useState("");
  const [reopened, setReopened] = useState<{ note: string; focus: string } | null>(null);
  const merging = useMerging(form, stored);
  const { meeting, setMeeting, merged, rebased, isChanged } = merging;

  const set = (part: Partial<Draft> | ((before: Draft) => Partial<Draft>)) => {
    setNote("");
    stored.change((before) => {
      const parts = typeof part === "function" ? part(before.draft) : part;
      return { ...before, draft: { ...before.draft, ...parts } };
    });
  };

  /** `messages`: about changes merged on the way. */
  const send = async (mine: StoredRecord<Draft>, messages: string[] = [], times = 1): Promise<void> => {
    const { draft, base, version } = mine;
    const changes = changedSince(body(base), body(draft));
    if (Object.keys(changes).length === 0) {
      return times === 1 ? setNote(words.nothingChanged) : done(null, messages);
    }
    const request = form.request?.(changes, draft) ?? patchOf(form.path, changes);
    const sent = await saveAny<Saved>({ ...request, version, meets: true });
    if (sent?.ok) return done(sent.value, messages);
    if (sent && isUnanswered(sent.failure)) merging.remember(changes);
    if (sent?.failure.is === "conflict") await meet(mine, sent.failure.conflict, messages, times);
  };
  const done = (saved: Saved | null, messages: string[]) => {
    stored.forget();
    setReopened(null);
    form.onSaved(saved, messages.length === 0 ? null : messages.join(" "));
  };

  /** Someone saved in between: merges what can be merged and sends again, else shows the clashes. */
  const meet = async (mine: StoredRecord<Draft>, conflict: Conflict, messages: string[], times: number) => {
    if (times === MOST_TIMES) return say([{ message: words.restless }]);
    const current = await loadAny<Read>(form.path);
    if (!current.ok) return say(troublesOf(current.failure, words));
    const { clashes, takenOver } = merged(mine, current.value);
    if (clashes.length > 0) return setMeeting({ now: current.value, conflict, clashes });
    const next = rebased(mine, current.value);
    const others = conflict.fields.filter((field) => !(field in body(mine.draft)));
    const changedByOthers = [...takenOver, ...others];
    const word = mergedWords(conflict.changedBy, changedByOthers, isChanged(next), form);
    await send(next, changedByOthers.length > 0 ? [...messages, word] : messages, times + 1);
  };

  /** `first`: the clash whose value is entered again, with a note about it. */
  const choose = async (choices: Choices, first: { clash: Clash; note: string } | null): Promise<void> => {
    if (!meeting) return;
    const next = rebased(stored.value, meeting.now, choices);
    setMeeting(null);
    setReopened(first && { note: first.note, focus: idOf(first.clash) });
    if (first) return;
    return isChanged(next) ? send(next) : done(null, [words.theirsSaid]);
  };
  const against: ConflictingRecord | null = meeting && {
    conflict: meeting.conflict,
    clashes: meeting.clashes.map((clash) => ({ ...clash, name: fieldNameOf(clash, form.names) })),
    onChoose: (choices, first) => void choose(choices, first),
    onBack: () => {
      const [first] = meeting.clashes;
      setMeeting(null);
      if (first) setReopened({ note: "", focus: idOf(first) });
    },
  };

  return {
    draft: stored.value.draft,
    set,
    fieldOf: textFields(stored.value.draft, set),
    ticksOf: tickFields(stored.value.draft, set),
    errors,
    say,
    /** For `<FormFrame>`. */
    frame: {
      words,
      path: form.path,
      ...{ troubles, clear, attempt, busy },
      note: note || reopened?.note,
      focus: reopened?.focus ?? null,
      onSubmit: () => void send(stored.value),
      ...(stored.restored ? { onDiscard: () => stored.startOver() } : {}),
    },
    /** For `<ConflictComparison>`, which replaces the form while this isn't null. */
    against,
    /** Continues with the saved record on the same page; null where the page already shows it. */
    renew: (read: Read | null, message = "") => {
      if (read) stored.startOver(storedIn(form, read));
      setNote(message);
    },
  };
}

const patchOf = (path: string, body: MergedFields) => ({ method: "PATCH" as const, path, body });

const storedIn = <Draft extends object, Read extends { version: number }, Saved>(
  { toDraft, start }: RecordForm<Draft, Read, Saved>,
  read: Read,
): StoredRecord<Draft> => {
  const base = toDraft(read);
  return { draft: { ...base, ...start }, base, version: read.version };
};

/**
 * A page that was brought up to date shows a later version. Without anything typed, the form goes on with it: after another
 * action of the page, it would otherwise conflict with its own user.
 */
function useLaterRead<Draft extends object, Read extends { version: number }, Saved>(
  form: RecordForm<Draft, Read, Saved>,
  stored: { value: StoredRecord<Draft>; startOver: (next: StoredRecord<Draft>) => void },
): void {
  const { version } = form.read;
  const goOn = useEffectEvent(() => {
    const { draft, base, version: known } = stored.value;
    if (version > known && same(draft, base)) stored.startOver(storedIn(form, form.read));
  });
  useEffect(() => goOn(), [version]);
}

/** Merges what others saved meanwhile: the clashes with it, and the draft with everything else of it. */
function useMerging<Draft extends object, Read extends { version: number }, Saved>(
  { toDraft, body, together = [] }: RecordForm<Draft, Read, Saved>,
  stored: { change: (next: (before: StoredRecord<Draft>) => StoredRecord<Draft>) => StoredRecord<Draft> },
) {
  const [meeting, setMeeting] = useState<{ now: Read; conflict: Conflict; clashes: Clash[] } | null>(null);
  const unanswered = useRef<MergedFields>({});

  const isChanged = ({ base, draft }: StoredRecord<Draft>): boolean =>
    Object.keys(changedSince(body(base), body(draft))).length > 0;

  const merged = ({ base, draft }: StoredRecord<Draft>, now: Read, choices: Choices = {}) => {
    const theirs = body(toDraft(now));
    // A value I sent without getting an answer, and that is now there, is my own change.
    const own = Object.entries(unanswered.current).filter(([field, value]) => same(theirs[field], value));
    return merge({ ...body(base), ...Object.fromEntries(own) }, theirs, body(draft), { together, choices });
  };

  /** Moves the draft to the current version, with their changes in it; my own stay as typed. */
  const rebased = (mine: StoredRecord<Draft>, now: Read, choices: Choices = {}): StoredRecord<Draft> => {
    const { fields } = merged(mine, now, choices);
    const sent = body(mine.draft);
    const made = toDraft({ ...now, ...fields });
    const theirs = Object.keys(fields).filter((field) => !same(fields[field], sent[field]));
    const parts = Object.fromEntries(theirs.map((field) => [field, made[field as keyof Draft]]));
    return stored.change((before) => ({
      draft: { ...before.draft, ...(parts as Partial<Draft>) },
      base: toDraft(now),
      version: now.version,
    }));
  };

  return {
    meeting,
    setMeeting,
    isChanged,
    merged,
    rebased,
    /** Keeps changes whose answer was lost. */
    remember: (changes: MergedFields) => {
      unanswered.current = { ...unanswered.current, ...changes };
    },
  };
}

/** The control's id is the field's path. */
const idOf = ({ field, line, of }: Clash): string =>
  [field, line === undefined ? null : line - 1, of]
    .filter((part) => part !== null && part !== undefined)
    .join(".");
