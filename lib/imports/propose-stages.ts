// What an import records in addition to its pledges: proposed stages, and words that match nothing in the
// register.
import "server-only";
import { randomUUID } from "node:crypto";
import type { Actor } from "@/lib/domain/people/actor";
import type { RowPlan } from "@/lib/domain/import/import-plan";
import type { ImportRow } from "@/lib/domain/import/import-row";
import type { Pledge } from "@/lib/domain/pledge/pledge";
import { commentTexts } from "@/lib/domain/proposals/comment";
import { propose, type Proposal } from "@/lib/domain/proposals/proposal";
import type { ClaimedImport } from "@/lib/db/jobs/imports";
import type { Tx } from "@/lib/db/write";

export async function proposeStages(
  tx: Tx,
  { job, person }: { job: ClaimedImport; person: Actor },
  rows: readonly { understood: ImportRow; plan: RowPlan }[],
  pledges: readonly Pledge[],
): Promise<void> {
  const proposals: Proposal[] = [];
  for (const [place, { understood, plan }] of rows.entries()) {
    const pledge = pledges[place];
    if (!pledge || plan.proposes === null) continue;
    const { id, reference, participant, priority, version } = pledge;
    const wish = {
      do: "stage" as const,
      to: plan.proposes,
      successor: null,
      changes: {},
      evidence: [],
      cites: [],
    };
    const subject = {
      id: randomUUID(),
      subject: "pledge" as const,
      subjectId: id,
      reference,
      participant,
      priority,
    };
    const reason = understood.reason ?? job.reason;
    const made = propose(
      person,
      { ...subject, concerns: [reference], wish, basedOn: version },
      reason,
      null,
      tx.at,
    );
    if (!made.ok) throw new Error(`a stage can't be proposed: ${made.refusal.code}`);
    proposals.push(made.value);
  }
  if (proposals.length > 0)
    await tx.saveNew("proposal", proposals, ({ reason }) => ({ action: "proposal.made", reason }));
}

/** Words about conditions that match nothing on record stay with the pledge, as comments. */
export async function commentUnmatchedWords(
  tx: Tx,
  person: Actor,
  rows: readonly { understood: ImportRow }[],
  pledges: readonly Pledge[],
): Promise<void> {
  const comments = rows.flatMap(({ understood }, place) => {
    const reference = pledges[place]?.reference;
    if (reference === undefined) return [];
    const made = { pledge: reference, authorId: person.id, version: 1, createdAt: tx.at };
    return commentTexts(understood.conditionWords).map((text) => ({ id: randomUUID(), ...made, text }));
  });
  if (comments.length > 0) await tx.saveNew("comment", comments, () => ({ action: "comment.written" }));
}
