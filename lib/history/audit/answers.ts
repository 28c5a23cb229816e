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
  recordedAt: instant.meta({ description: "The true time; differs from `at` in a demonstration alone." }),
  actor: z
    .object({ id: z.string(), name: z.string(), role: z.enum(ROLES) })
    .meta({ description: "Who did it, called as they were and in the role they had." }),
  token: z
    .int()
    .nullable()
    .meta({ description: "Number of the token by which a program did it in their name." }),
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
      description: "The record as the log holds it; null when it was new.",
    }),
    after: z.unknown().meta({
      type: "object",
      description: "The record after it: `afterSha256` is the SHA-256 of its canonical JSON (RFC 8785).",
    }),
    changes: z.array(fieldChange),
    payloadSha256: hash,
    afterSha256: hash,
    prevHash: hash,
    leaf: z.string().meta({ description: "The text that was hashed." }),
    leafHash: hash.meta({ description: "SHA-256 of a zero byte and the leaf." }),
    ofRecord: neighbours.meta({ description: "The entries of the same record before and after it." }),
    ofLog: neighbours,
  })
  .register(answers, { id: "LogSheet" });
