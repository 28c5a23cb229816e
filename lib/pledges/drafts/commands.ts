import "server-only";
import { invalid, refuse, type FieldError } from "@/lib/domain/base/refusal";
import { ok, type Result } from "@/lib/domain/base/result";
import {
  MOST_OPEN_DRAFTS,
  whyNotDraft,
  type DraftContent,
  type PledgeDraft,
} from "@/lib/domain/passages/pledge-draft";
import { mayKeepRecords, type Actor } from "@/lib/domain/people/actor";
import { write } from "@/lib/db/write";
import { draftErrors, onRecordOf } from "./checks";
import { lockDraft, textOfSource, type DraftRef } from "./lock-draft";
import type { DraftsInput, DraftStateInput } from "./schema";

/**
 * Anyone who keeps records may propose drafts for any desk, like suggestions; the desk accepts them. The same
 * draft of the same text isn't added again, but returned in its current state.
 */
export function proposeDrafts(actor: Actor, { drafts }: DraftsInput): Promise<Result<PledgeDraft[]>> {
  return write(actor, async (tx) => {
    if (!mayKeepRecords(actor)) return refuse("role");
    const sources = new Map<string, { text: string | null; contents: DraftContent[] }>();
    const onRecord = await onRecordOf(tx, drafts);
    const errors: FieldError[] = [];
    for (const [index, { source, ...content }] of drafts.entries()) {
      const path = `drafts.${index}.`;
      const known = sources.get(source) ?? { text: await textOfSource(tx, source), contents: [] };
      sources.set(source, { ...known, contents: [...known.contents, content] });
      if (known.text === null) errors.push({ path: `${path}source`, code: "no-captured-text" });
      else errors.push(...draftErrors(onRecord, content, known.text, path));
    }
    if (errors.length > 0) return invalid(...errors);
    const made: PledgeDraft[] = [];
    for (const [source, { contents }] of sources)
      made.push(...(await tx.drafts.add(actor, { source, contents }, tx.at)));
    const max = MOST_OPEN_DRAFTS;
    if ((await tx.drafts.countOpen(actor)) > max)
      return invalid({ path: "drafts", code: "too-many-drafts", params: { max } });
    return ok(made);
  });
}

export function changeDraft(
  actor: Actor,
  { content, ...ref }: DraftRef & { content: DraftContent },
): Promise<Result<PledgeDraft>> {
  return write(actor, async (tx) => {
    const locked = await lockDraft(tx, actor, ref, ["OPEN"]);
    if (!locked.ok) return locked;
    const why = whyNotDraft(actor, { ...locked.value, content });
    if (why) return refuse(why);
    const text = (await textOfSource(tx, locked.value.source)) ?? "";
    const errors = draftErrors(await onRecordOf(tx, [content]), content, text, "");
    return errors.length > 0
      ? invalid(...errors)
      : ok(await tx.drafts.save({ ...locked.value, content }, tx.at));
  });
}

export function setDraftState(
  actor: Actor,
  { state, ...ref }: DraftRef & DraftStateInput,
): Promise<Result<PledgeDraft>> {
  return write(actor, async (tx) => {
    const locked = await lockDraft(tx, actor, ref, state === "OPEN" ? ["ASIDE"] : ["OPEN"]);
    return locked.ok ? ok(await tx.drafts.save({ ...locked.value, state }, tx.at)) : locked;
  });
}
