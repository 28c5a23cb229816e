import { created } from "@/lib/api/answer";
import { operation } from "@/lib/api/operation";
import { byReference } from "@/lib/api/params";
import { mayKeepRecords } from "@/lib/domain/people/actor";
import { comment } from "@/lib/pledges/comments/answers";
import { writeComment } from "@/lib/pledges/comments/commands";
import { commentInput } from "@/lib/pledges/comments/schema";

export const commentOperations = [
  operation({
    method: "POST",
    path: "/pledges/{reference}/comments",
    summary: "Comment on a pledge",
    may: mayKeepRecords,
    params: byReference,
    body: commentInput,
    answer: created(comment, (comment) => `/api/v1/pledges/${comment.pledge}/history`),
    refuses: ["another-desk"],
    run: ({ actor, path, body }) => writeComment(actor, { reference: path, ...body }),
  }),
];
