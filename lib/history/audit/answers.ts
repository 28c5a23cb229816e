import { z } from "zod";
import { loggedRecord } from "@/lib/api/logged-record";
import { answers, fieldChange, hash, instant } from "@/lib/api/parts";
import { ACTIONS } from "@/lib/domain/base/audit";
import { ROLES } from "@/lib/domain/people/actor";

const seq = z.int().min(1);

const neighbours = z.object({ previous: seq.nullable(), next: seq.nullable() });

const entry = {
  seq,
  at: instant,
  recordedAt: instant.meta({ description: "The true time; differs from `at` only in a demonstration." }),
  actor: z
    .object({ id: z.string(), name: z.string(), role: z.enum(ROLES) })
    .meta({ description: "The person who did it, with their name and role at that time." }),
  token: z.int().nullable().meta({
    description: "Number of the token with which a program did it in their name; null without a token.",
  }),
  action: z.enum(ACTIONS),
  record: loggedRecord,
  reason: z.string().nullable(),
};

export const logEntry = z.object(entry).register(answers, { id: "LogEntry" });

export const logSheet = z
  .object({
    ...entry,
    session: z.string().nullable(),
    request: z.string().nullable(),
    txid: z.int(),
    before: z.unknown().meta({
      type: ["object", "null"],
      description: "The record before the change, as the log holds it; null if it was new.",
    }),
    after: z.unknown().meta({
      type: "object",
      description:
        "The record after the change; `afterSha256` is the SHA-256 of its canonical JSON (RFC 8785).",
    }),
    changes: z.array(fieldChange),
    payloadSha256: hash,
    afterSha256: hash,
    prevHash: hash,
    leaf: z.string().meta({ description: "The text that was hashed." }),
    leafHash: hash.meta({ description: "SHA-256 of a zero byte followed by the leaf." }),
    ofRecord: neighbours.meta({ description: "The previous and the next entry about the same record." }),
    ofLog: neighbours,
  })
  .register(answers, { id: "LogSheet" });
