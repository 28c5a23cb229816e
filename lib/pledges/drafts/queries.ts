import "server-only";
import { isId } from "@/lib/domain/base/id";
import { isLanguage, LANGUAGES } from "@/lib/domain/base/language";
import { invalid, refuse } from "@/lib/domain/base/refusal";
import { ok, type Result } from "@/lib/domain/base/result";
import { DRAFT_STATES, maySeeDraft, type PledgeDraft } from "@/lib/domain/passages/pledge-draft";
import type { StatementContext } from "@/lib/domain/passages/drafts/statement";
import { textIn } from "@/lib/domain/base/sentences";
import { namesInText } from "@/lib/domain/passages/names";
import { pledgesAlike, type AlikePledge } from "@/lib/domain/passages/pledges-alike";
import { mayKeepRecords, type Actor } from "@/lib/domain/people/actor";
import type { Participant } from "@/lib/domain/people/participant";
import type { Source } from "@/lib/domain/pledge/source";
import { findTriggers } from "@/lib/db/queries/conditions/triggers";
import { findParticipants } from "@/lib/db/queries/pledges/participants";
import { findCapturedText, findSource } from "@/lib/db/queries/pledges/sources";
import {
  countDraftsOffDesk,
  findDraft,
  findDrafts,
  findEarlierPledges,
  findPledgesToCompare,
  hasDrafts,
} from "@/lib/db/queries/workspace/drafts";
import type { DraftFilter } from "./schema";

/** In the order of their words, newest text first. Without a requested state: the open ones. */
export async function loadDrafts(
  actor: Actor,
  { state, ...filter }: DraftFilter,
): Promise<Result<PledgeDraft[]>> {
  if (!mayKeepRecords(actor)) return refuse("role");
  const states = state.length === 0 ? (["OPEN"] as const) : state;
  return ok(await findDrafts({ ...filter, states, seenBy: seenBy(actor) }));
}

const MOST_OF_A_TEXT = 1_000;

/** All drafts from a text, in its order, settled or not. */
export async function loadDraftsOf(actor: Actor, source: string): Promise<Result<PledgeDraft[]>> {
  if (!mayKeepRecords(actor)) return refuse("role");
  if (!isId(source)) return refuse("not-found");
  const filter = { source, states: DRAFT_STATES, limit: MOST_OF_A_TEXT };
  return ok(await findDrafts({ ...filter, seenBy: seenBy(actor) }));
}

/** How many open drafts from a text wait for other desks; a manager settles those of every desk. */
export const countDraftsElsewhere = async (actor: Actor, source: string): Promise<number> =>
  actor.role === "OFFICER" && isId(source) ? countDraftsOffDesk(source, actor.desk) : 0;

/** Whether drafts were made from a text: of any desk, settled or not. */
export const isRead = async (actor: Actor, source: string): Promise<boolean> =>
  mayKeepRecords(actor) && isId(source) && hasDrafts(source);

const seenBy = (actor: Actor) => (actor.role === "MANAGER" ? null : { person: actor.id, desk: actor.desk });

/** `not-found` also for a draft that the actor may not see. */
export async function loadDraft(actor: Actor, id: string): Promise<Result<PledgeDraft>> {
  if (!mayKeepRecords(actor)) return refuse("role");
  const draft = isId(id) ? await findDraft(id) : null;
  return draft && maySeeDraft(actor, draft) ? ok(draft) : refuse("not-found");
}

/** Pledges on record that an open draft may be. */
export async function loadAlike(actor: Actor, id: string): Promise<Result<AlikePledge[]>> {
  const found = await loadDraft(actor, id);
  if (!found.ok) return found;
  const source = await findSource(found.value.source);
  const text = source?.captured === undefined ? null : await findCapturedText(source.captured);
  return ok((await loadAlikeIn(actor, [found.value], text ?? "")).get(id) ?? []);
}

/** Of drafts of one text, by their ids. */
export async function loadAlikeIn(
  actor: Actor,
  all: readonly PledgeDraft[],
  text: string,
): Promise<ReadonlyMap<string, AlikePledge[]>> {
  const open = all.filter((draft) => draft.state === "OPEN" && maySeeDraft(actor, draft));
  const [first] = open;
  const codes = new Set(open.flatMap(({ content: { participant } }) => participant ?? []));
  const others = first && codes.size > 0 ? await findPledgesToCompare([...codes], first.source) : [];
  const alike = open.map(
    ({ id, content }) => [id, pledgesAlike(content, textIn(text, content.span), others)] as const,
  );
  return new Map(alike);
}

/** A captured text, and what is known before it is read. */
export async function loadStatement(
  actor: Actor,
  id: string,
): Promise<Result<{ text: string; context: StatementContext }>> {
  if (!mayKeepRecords(actor)) return refuse("role");
  const source = isId(id) ? await findSource(id) : null;
  if (!source) return refuse("not-found");
  const text = source.captured === undefined ? null : await findCapturedText(source.captured);
  if (text === null) return invalid({ path: "source", code: "no-captured-text" });
  const [participants, triggers] = await Promise.all([findParticipants(), findTriggers()]);
  const speaker = speakerOf(source, participants);
  const named = namesInText(text, participants).map(({ code }) => code);
  const codes = [...new Set([...named, ...(speaker === null ? [] : [speaker])])];
  const language = source.language.split("-")[0];
  const context = {
    languages: isLanguage(language) ? [language] : LANGUAGES,
    statedOn: source.publishedOn,
    speaker,
    participants,
    triggers,
    earlier: await findEarlierPledges(codes),
  };
  return ok({ text, context });
}

/** Who "we" are: the only participant named in the publisher's name. */
function speakerOf({ publisher }: Source, participants: readonly Participant[]): string | null {
  const [one, another] = [...new Set(namesInText(publisher, participants).map(({ code }) => code))];
  return one !== undefined && another === undefined ? one : null;
}
