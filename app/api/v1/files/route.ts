import { mayKeepRecords } from "@/lib/domain/people/actor";
import { receiveFile } from "@/lib/pledges/files/commands";
import { parseFileName } from "@/lib/pledges/files/schema";
import { asItIs, made } from "@/lib/http/answers";
import { methods, route } from "@/lib/http/route";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  POST: route(
    { may: mayKeepRecords, query: parseFileName, file: true },
    ({ actor, at, query, sent }) => receiveFile(actor, { ...sent, ...query }, at),
    made(asItIs),
  ),
});
