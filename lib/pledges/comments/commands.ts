import "server-only";
import { randomUUID } from "node:crypto";
import { mayKeepRecords, whyNotChange, type Actor } from "@/lib/domain/people/actor";
import type { Comment } from "@/lib/domain/proposals/comment";
import { refuse } from "@/lib/domain/base/refusal";
import { ok, type Result } from "@/lib/domain/base/result";
import { write } from "@/lib/db/write";
import type { CommentInput } from "./schema";

/** A separate record: the pledge's version doesn't change. */
export function writeComment(
  actor: Actor,
  { reference, text }: { reference: string } & CommentInput,
): Promise<Result<Comment>> {
  return write(actor, async (tx) => {
    if (!mayKeepRecords(actor)) return refuse("role");
    const pledge = await tx.pledges.lock(reference);
    if (!pledge) return refuse("not-found");
    const why = whyNotChange(actor, pledge.participant);
    if (why) return refuse(why);
    const comment = {
      id: randomUUID(),
      pledge: reference,
      authorId: actor.id,
      text,
      version: 1,
      createdAt: tx.at,
    };
    return ok(await tx.save("comment", null, comment, { action: "comment.written" }));
  });
}
