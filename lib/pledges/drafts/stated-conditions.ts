// Conditions that a draft states and that no trigger on record covers.
import "server-only";
import { randomUUID } from "node:crypto";
import { textIn } from "@/lib/domain/base/sentences";
import type { DraftContent } from "@/lib/domain/passages/pledge-draft";
import type { Actor } from "@/lib/domain/people/actor";
import { commentTexts } from "@/lib/domain/proposals/comment";
import type { Tx } from "@/lib/db/write";
import { approvalInput } from "@/lib/pledges/approvals/schema";

/** The participant's own decisions that it says it needs. */
export async function recordApprovals(
  tx: Tx,
  { reference, participant }: { reference: string; participant: string },
  { conditions }: DraftContent,
): Promise<void> {
  const made = { version: 1, createdAt: tx.at, updatedAt: tx.at };
  for (const { approval } of conditions) {
    if (approval === null) continue;
    const sent = { ...approval, participant, status: "REQUIRED", serves: [reference] };
    const { reason: _reason, replaces: _replaces, ...input } = approvalInput.parse(sent);
    await tx.save("approval", null, { id: randomUUID(), ...input, ...made }, { action: "approval.recorded" });
  }
}

/** Words about conditions that name nothing on record stay with the pledge as comments, as from a workbook. */
export async function keepOtherWords(
  tx: Tx,
  actor: Actor,
  reference: string,
  { conditions, text }: Pick<DraftContent, "conditions"> & { text: string },
): Promise<void> {
  const words = conditions.filter(({ trigger, approval }) => trigger === null && approval === null);
  const made = { pledge: reference, authorId: actor.id, version: 1, createdAt: tx.at };
  for (const said of commentTexts(words.map(({ span }) => textIn(text, span))))
    await tx.save("comment", null, { id: randomUUID(), ...made, text: said }, { action: "comment.written" });
}
