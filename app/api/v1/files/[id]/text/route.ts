import { z } from "zod";
import { mayKeepRecords } from "@/lib/domain/people/actor";
import { readFileText } from "@/lib/pledges/files/reading";
import { asItIs, json } from "@/lib/http/answers";
import { byIdPath } from "@/lib/http/paths";
import { methods, route } from "@/lib/http/route";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  POST: route(
    { may: mayKeepRecords, path: byIdPath, body: z.strictObject({}), mayBeEmpty: true },
    ({ actor, at, path }) => readFileText(actor, path, at),
    json(asItIs),
  ),
});
