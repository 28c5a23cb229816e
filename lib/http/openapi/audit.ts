import { z } from "zod";
import { ROLES } from "@/lib/domain/people/actor";
import { ACTIONS, ENTITY_TYPES } from "@/lib/domain/base/audit";
import { answers, hash, instant, version } from "./parts";

const seq = z.int().min(1);
const beside = z.strictObject({ previous: seq.nullable(), next: seq.nullable() });

const entry = {
  seq,
  at: instant,
  recordedAt: instant.meta({ description: "The true time; differs from `at` in a demonstration alone." }),
  actor: z
    .strictObject({ id: z.string(), name: z.string(), role: z.enum(ROLES) })
    .meta({ description: "Who did it, called as they were and in the role they had." }),
  action: z.enum(ACTIONS),
  record: z.strictObject({
    type: z.enum(ENTITY_TYPES),
    id: z.string(),
    version,
    reference: z
      .string()
      .nullable()
      .meta({ description: "Its reference or code, or that of what it stands on, as it was." }),
    title: z.string().nullable(),
  }),
  reason: z.string().nullable(),
};

export const logEntry = z.strictObject(entry).register(answers, { id: "LogEntry" });

export const logSheet = z
  .strictObject({
    ...entry,
    session: z.string().nullable(),
    request: z.string().nullable(),
    txid: z.int(),
    before: z
      .looseObject({})
      .nullable()
      .meta({ description: "The record as the log holds it; null when it was new." }),
    after: z.looseObject({}).meta({
      description: "The record after it: `afterSha256` is the SHA-256 of its canonical JSON (RFC 8785).",
    }),
    changes: z.array(z.strictObject({ field: z.string(), from: z.unknown(), to: z.unknown() })),
    payloadSha256: hash,
    afterSha256: hash,
    prevHash: hash,
    leaf: z.string().meta({ description: "The text that was hashed." }),
    leafHash: hash.meta({ description: "SHA-256 of a zero byte and the leaf." }),
    ofRecord: beside.meta({ description: "The entries of the same record before and after it." }),
    ofLog: beside,
  })
  .register(answers, { id: "LogSheet" });
