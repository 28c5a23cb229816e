// Turns a draft into a pledge, logged as from a form, or into evidence for the pledge that its words repeat.
import "server-only";
import type { Instant } from "@/lib/domain/base/day";
import { given as said } from "@/lib/domain/base/field";
import { invalid, refuse } from "@/lib/domain/base/refusal";
import type { Result } from "@/lib/domain/base/result";
import { textIn } from "@/lib/domain/base/sentences";
import type { PledgeDetails } from "@/lib/domain/details/pledge-details";
import {
  conditionStated,
  STAGE_SAID,
  whyNotDraft,
  type PledgeDraft,
} from "@/lib/domain/passages/pledge-draft";
import type { Actor } from "@/lib/domain/people/actor";
import { TEXT_LIMITS, valuesOf } from "@/lib/domain/pledge/pledge-fields";
import type { Tx } from "@/lib/db/write";
import { writeDetails } from "@/lib/pledges/pledges/changing";
import { logPledgeIn } from "@/lib/pledges/pledges/new-pledge";
import { addEvidenceIn } from "@/lib/pledges/pledges/evidence";
import { evidenceInput, pledgeInput } from "@/lib/pledges/pledges/schema";
import { fieldErrorsOf } from "@/lib/schema/fields";
import { draftErrors, onRecordOf, oppositeErrors } from "./checks";
import { lockDraft, textOfSource } from "./lock-draft";
import { keepOtherWords, recordApprovals } from "./stated-conditions";
import type { DraftAcceptance } from "./schema";

/** One transaction: the draft is settled with the pledge, or neither is. */
export function acceptDraft(
  actor: Actor,
  { id, ifMatch, ...given }: { id: string; ifMatch: number } & DraftAcceptance,
  at: Instant,
): Promise<Result<PledgeDetails>> {
  return writeDetails(actor, async (tx) => {
    const locked = await lockDraft(tx, actor, { id, ifMatch }, ["OPEN"]);
    if (!locked.ok) return locked;
    const text = (await textOfSource(tx, locked.value.source)) ?? "";
    const draft = { ...locked.value, content: { ...locked.value.content, ...said(given.changes) } };
    const why = whyNotDraft(actor, draft);
    if (why) return refuse(why);
    const onRecord = await onRecordOf(tx, [draft.content]);
    const errors = [
      ...draftErrors(onRecord, draft.content, text, ""),
      ...oppositeErrors(onRecord, draft.content),
    ];
    if (errors.length > 0) return invalid(...errors);
    const done =
      draft.content.repeats === null
        ? await logDrafted(tx, actor, { draft, text, given }, at)
        : await addWords(tx, actor, { draft, text, given }, draft.content.repeats, at);
    if (!done.ok) return done;
    await tx.drafts.save({ ...draft, state: "ACCEPTED", pledge: done.value.reference }, tx.at);
    return done;
  });
}

interface Accepting {
  draft: PledgeDraft;
  /** The source's. */
  text: string;
  given: DraftAcceptance;
}

async function logDrafted(
  tx: Tx,
  actor: Actor,
  accepting: Accepting,
  at: Instant,
): Promise<Result<PledgeDetails>> {
  const { draft, given } = accepting;
  const { content } = draft;
  const evidence = evidenceSent(accepting);
  const { participant, priority, jointWith, onBehalfOf, contributions } = content;
  const reason = given.reason ?? evidence.quote.slice(0, TEXT_LIMITS.reason);
  const sent = {
    ...valuesOf(content),
    owner: content.owner ?? given.owner,
    ...{ participant, priority, jointWith, onBehalfOf, contributions },
    stage: STAGE_SAID[content.says],
    ...(content.says === "WONT" ? { reason } : {}),
    ...(content.conditions.some(({ approval }) => approval !== null) ? { furtherApproval: "YES" } : {}),
    evidence: [evidence],
  };
  const input = pledgeInput.safeParse(sent);
  if (!input.success) return invalid(...fieldErrorsOf(input.error, sent));
  // Its triggers must not change until it is logged.
  const waitsFor = conditionStated(content, []);
  if (waitsFor) await tx.conditions.lockFacts(waitsFor);
  const logged = await logPledgeIn(tx, actor, input.data, at, (pieces) => conditionStated(content, pieces));
  if (!logged.ok) return logged;
  const { reference } = logged.value;
  await recordApprovals(tx, { reference, participant: input.data.participant }, content);
  await keepOtherWords(tx, actor, reference, { conditions: content.conditions, text: accepting.text });
  return logged;
}

async function addWords(
  tx: Tx,
  actor: Actor,
  accepting: Accepting,
  reference: string,
  at: Instant,
): Promise<Result<PledgeDetails>> {
  const sent = evidenceSent(accepting);
  const evidence = evidenceInput.safeParse(sent);
  if (!evidence.success) return invalid(...fieldErrorsOf(evidence.error, sent));
  return addEvidenceIn(tx, actor, { reference, evidence: evidence.data }, at);
}

const evidenceSent = ({ draft, text, given }: Accepting) => ({
  source: { id: draft.source },
  kind: given.kind,
  reliability: given.reliability,
  credibility: given.credibility,
  quote: textIn(text, draft.content.span),
  span: draft.content.span,
});
