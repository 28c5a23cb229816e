import { z } from "zod";
import { created, file, one } from "@/lib/api/answer";
import { operation } from "@/lib/api/operation";
import { byId } from "@/lib/api/params";
import { mayKeepRecords, mayReadRegister } from "@/lib/domain/people/actor";
import { readFile, receivedFile } from "@/lib/pledges/files/answers";
import { receiveFile } from "@/lib/pledges/files/commands";
import { loadFile } from "@/lib/pledges/files/queries";
import { readFileText } from "@/lib/pledges/files/reading";
import { fileParameters } from "@/lib/pledges/files/schema";

export const fileOperations = [
  operation({
    method: "POST",
    path: "/files",
    summary: "Upload a file; attach it to evidence or a source within a day",
    may: mayKeepRecords,
    query: fileParameters,
    upload: { types: ["application/octet-stream"], to: "command" },
    answer: created(receivedFile, null),
    refuses: ["too-slow", "files-away", "slow-down"],
    run: ({ actor, query, sent }) => receiveFile(actor, { ...sent, ...query }),
  }),
  operation({
    method: "POST",
    path: "/files/{id}/text",
    summary: "Extract the text of an uploaded file that is not attached to anything yet",
    may: mayKeepRecords,
    params: byId,
    body: z.strictObject({}),
    mayBeEmpty: true,
    answer: one(readFile),
    refuses: ["files-away", "slow-down"],
    run: ({ actor, path }) => readFileText(actor, path),
  }),
  operation({
    method: "GET",
    path: "/files/{id}",
    summary: "Download a file that is attached to a record",
    may: mayReadRegister,
    params: byId,
    answer: file("application/octet-stream"),
    refuses: ["files-away"],
    run: ({ actor, path }) => loadFile(actor, path),
  }),
];
