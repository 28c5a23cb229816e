import { z } from "zod";
import { ROLES } from "@/lib/domain/people/actor";
import { FINDING_ACTS, FINDING_REFERENCE, FINDING_STATES } from "@/lib/domain/oversight/finding";
import { answers, code, day, instant, priority, reference, version } from "./parts";

const writer = z.strictObject({ name: z.string(), role: z.enum(ROLES) });
/** `pledge:FR-3-001` */
const recordName = z.string();

export const finding = z
  .strictObject({
    id: z.uuid(),
    reference: z.string().regex(FINDING_REFERENCE),
    version,
    state: z.enum(FINDING_STATES),
    about: recordName,
    text: z.string(),
    createdAt: instant,
    updatedAt: instant,
  })
  .register(answers, { id: "Finding" });

export const findingRow = z
  .strictObject({
    ...finding.shape,
    /** The record's title. */
    title: z.string(),
    by: writer,
    last: z.strictObject({ by: writer, at: instant }),
  })
  .register(answers, { id: "FindingRow" });

export const findingSheet = z
  .strictObject({
    ...findingRow.shape,
    story: z.array(
      z.strictObject({
        seq: z.int().min(1),
        at: instant,
        by: writer,
        does: z.enum(["note", ...FINDING_ACTS]),
        text: z.string(),
      }),
    ),
    may: z.array(z.enum(FINDING_ACTS)),
  })
  .register(answers, { id: "FindingSheet" });

const days = z.int().nullable();
const lag = z.strictObject({
  known: z.int().min(0),
  unknown: z.int().min(0),
  early: z.int().min(0),
  median: days,
  p90: days,
  longest: days,
});

export const entryLag = z
  .strictObject({
    lag,
    groups: z.array(
      z.strictObject({
        key: z.string().nullable(),
        participants: z.array(code),
        priority: priority.nullable(),
        ...lag.shape,
      }),
    ),
    items: z.array(
      z.strictObject({
        reference,
        title: z.string(),
        participant: code,
        priority,
        voided: z.boolean(),
        statedOn: day.nullable(),
        loggedAt: instant,
        by: writer,
        days,
      }),
    ),
    next: z.string().nullable(),
    total: z.int(),
    capped: z.boolean(),
  })
  .register(answers, { id: "EntryLag" });

export const sample = z
  .strictObject({
    of: z.string(),
    seed: z.string(),
    position: z.int().min(0),
    leafHash: z.string(),
    population: z.int().min(0),
    items: z.array(
      z.strictObject({ record: recordName, title: z.string(), digest: z.string().regex(/^[0-9a-f]{64}$/) }),
    ),
  })
  .register(answers, { id: "Sample" });
