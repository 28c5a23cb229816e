import { writeComment } from "@/lib/pledges/comments/commands";
import { commentInput } from "@/lib/pledges/comments/schema";
import { mayKeepRecords } from "@/lib/domain/people/actor";
import { created } from "@/lib/http/answers";
import { byReferencePath } from "@/lib/http/paths";
import { commentJson } from "@/lib/http/record-json";
import { methods, route } from "@/lib/http/route";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  POST: route(
    { may: mayKeepRecords, path: byReferencePath, body: commentInput },
    ({ actor, at, path, body }) => writeComment(actor, { reference: path, ...body }, at),
    created(commentJson, (comment) => `/api/v1/pledges/${comment.pledge}/history`),
  ),
});
