"use client";
// A form that changes a record with a version. It sends what was changed and nothing else; where somebody else was
// faster, what only one of both changed is merged and sent again by itself, and the rest is chosen field by field.
import { useRef, useState } from "react";
import { load } from "@/lib/client/send";
import type { Conflict } from "@/lib/domain/base/refusal";
import { fillIn } from "./fill";
import { useKept } from "./use-kept";
import { changedSince, merge, type Clash, type MergedFields, type MergeSide } from "./merge";
import {
  mergedWords,
  fieldNameOf,
  type ConflictingRecord,
  type StoredRecord,
  type RecordForm,
} from "./record-form";
import { same } from "./same";
import { troublesOf, useSave } from "./use-save";

type Choices = Readonly<Record<string, MergeSide>>;

const MOST_TIMES = 5;

export function useRecord<Draft extends object, Read extends { version: number }, Saved = Read>(
  form: RecordForm<Draft, Read, Saved>,
) {
  const { words, take, body, together = [] } = form;
  const held = (read: Read): StoredRecord<Draft> => {
    const base = take(read);
    return { draft: { ...base, ...form.start }, base, version: read.version };
  };
  const kept = useKept(form.account, form.name, held(form.read));
  const { save, say, busy, troubles, errors, attempt } = useSave<Saved>(words);
  const [meeting, setMeeting] = useState<{ now: Read; conflict: Conflict; clashes: Clash[] } | null>(null);
  const [note, setNote] = useState("");
  const [anew, setAnew] = useState<{ note: string; focus: string } | null>(null);
  const unanswered = useRef<MergedFields>({});

  const set = (part: Partial<Draft> | ((before: Draft) => Partial<Draft>)) => {
    setNote("");
    kept.change((before) => {
      const parts = typeof part === "function" ? part(before.draft) : part;
      return { ...before, draft: { ...before.draft, ...parts } };
    });
  };

  /** `said`: whose changes were merged on the way. */
  const send = async (mine: StoredRecord<Draft>, said: string[] = [], times = 1): Promise<void> => {
    const { draft, base, version } = mine;
    const changes = changedSince(body(base), body(draft));
    if (Object.keys(changes).length === 0) {
      return times === 1 ? setNote(words.nothingChanged ?? "") : done(null, said);
    }
    const wish = form.wish?.(changes, draft) ?? { method: "PATCH" as const, path: form.path, body: changes };
    const sent = await save({ ...wish, version, meets: true });
    if (sent?.ok) return done(sent.value, said);
    if (sent?.failure.is === "offline") unanswered.current = { ...unanswered.current, ...changes };
    if (sent?.failure.is === "conflict") await meet(mine, sent.failure.conflict, said, times);
  };
  const done = (saved: Saved | null, said: string[]) => {
    kept.forget();
    setAnew(null);
    form.onSaved(saved, said.length === 0 ? null : said.join(" "));
  };

  /** Somebody saved in between: merge what can be merged and send it again, else show what can't. */
  const meet = async (
    mine: StoredRecord<Draft>,
    conflict: Conflict,
    said: string[],
    times: number,
  ): Promise<void> => {
    if (times === MOST_TIMES) return say([{ message: words.restless ?? "" }]);
    const current = await load<Read>(form.path);
    if (!current.ok) return say(troublesOf(current.failure, words));
    const { clashes, taken } = merged(mine, current.value);
    if (clashes.length > 0) return setMeeting({ now: current.value, conflict, clashes });
    const next = rebased(mine, current.value);
    const others = conflict.fields.filter((field) => !(field in body(mine.draft)));
    const told = [...taken, ...others];
    const left = Object.keys(changedSince(body(next.base), body(next.draft)));
    const word =
      left.length > 0
        ? mergedWords(conflict.changedBy, told, form)
        : fillIn(words.sameSaid, { who: conflict.changedBy });
    await send(next, told.length > 0 ? [...said, word] : said, times + 1);
  };
  const merged = ({ base, draft }: StoredRecord<Draft>, now: Read, choices: Choices = {}) => {
    const theirs = body(take(now));
    // What I sent without hearing of it, and what is there now, is no change of somebody else.
    const own = Object.entries(unanswered.current).filter(([field, value]) => same(theirs[field], value));
    return merge({ ...body(base), ...Object.fromEntries(own) }, theirs, body(draft), { together, choices });
  };

  /** On the version that is current, with theirs in it; what is mine alone stays as it was typed. */
  const rebased = (mine: StoredRecord<Draft>, now: Read, choices: Choices = {}): StoredRecord<Draft> => {
    const { fields } = merged(mine, now, choices);
    const sent = body(mine.draft);
    const made = take({ ...now, ...fields });
    const theirs = Object.keys(fields).filter((field) => !same(fields[field], sent[field]));
    const parts = Object.fromEntries(theirs.map((field) => [field, made[field as keyof Draft]]));
    return kept.change((before) => ({
      draft: { ...before.draft, ...(parts as Partial<Draft>) },
      base: take(now),
      version: now.version,
    }));
  };

  /** `first`: what is to be entered once more, and what to say about it. */
  const choose = async (choices: Choices, first: { clash: Clash; note: string } | null): Promise<void> => {
    if (!meeting) return;
    const next = rebased(kept.value, meeting.now, choices);
    setMeeting(null);
    setAnew(first && { note: first.note, focus: idOf(first.clash) });
    if (first) return;
    const left = Object.keys(changedSince(body(next.base), body(next.draft)));
    return left.length > 0 ? send(next) : done(null, [words.theirsSaid ?? ""]);
  };
  const back = () => {
    const [first] = meeting?.clashes ?? [];
    setMeeting(null);
    if (first) setAnew({ note: "", focus: idOf(first) });
  };

  const against: ConflictingRecord | null = meeting && {
    conflict: meeting.conflict,
    clashes: meeting.clashes.map((clash) => ({ ...clash, name: fieldNameOf(clash, form.names) })),
  };
  return {
    draft: kept.value.draft,
    set,
    errors,
    /** For `<FormFrame>`. */
    frame: {
      words,
      troubles,
      attempt,
      busy,
      note: note || anew?.note,
      focus: anew?.focus ?? null,
      onSubmit: () => void send(kept.value),
      ...(kept.restored ? { onDiscard: () => kept.startAnew() } : {}),
    },
    /** For `<Comparison>`, which stands in the form's place while it isn't null. */
    against,
    choose: (choices: Choices, first: { clash: Clash; note: string } | null) => void choose(choices, first),
    back,
    /** Goes on with the record as it now stands, on the same page; null where it is shown already. */
    renew: (read: Read | null, said = "") => {
      if (read) kept.startAnew(held(read));
      setNote(said);
    },
  };
}

/** Of the field's control, which is its path. */
const idOf = ({ field, line, of }: Clash): string =>
  [field, line === undefined ? null : line - 1, of]
    .filter((part) => part !== null && part !== undefined)
    .join(".");
