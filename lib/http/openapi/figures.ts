// Answers that are no single record: figures, the matrix, reference data, accounts, problems.
import { z } from "zod";
import { ROLES } from "@/lib/domain/people/actor";
import { LANGUAGES } from "@/lib/domain/base/language";
import { PARTICIPANT_KINDS, PARTICIPANT_ROLES } from "@/lib/domain/people/participant";
import { POSITIONS } from "@/lib/domain/unresolved/position";
import { REFUSALS } from "@/lib/domain/base/refusal";
import { LADDER } from "@/lib/domain/pledge/stages";
import { point, resolvedRow } from "./changes";
import { answers, code, day, instant, priority, version } from "./parts";
import { unresolvedRow } from "./records";

const count = z.int().min(0);

export const unresolvedSchema = z
  .strictObject({
    counted: count,
    dormant: count,
    byClass: z.strictObject({ GAP: count, BLOCKED: count, QUALITY: count }),
    groups: z.array(
      z.strictObject({
        key: z.string(),
        count,
        oldest: day,
        ages: z.strictObject({ d7: count, d30: count, d90: count, older: count }),
      }),
    ),
    items: z.array(
      z.strictObject({
        ...unresolvedRow.shape,
        change: z
          .enum(["new", "open"])
          .optional()
          .meta({ description: "With a baseline or an instant as `since`." }),
      }),
    ),
    next: z.string().nullable(),
    since: z
      .strictObject({
        ...point.shape,
        counts: z.strictObject({ new: count, resolved: count, open: count }),
        resolved: z.array(resolvedRow),
      })
      .optional()
      .meta({ description: "With a baseline or an instant as `since`; a date narrows the items instead." }),
  })
  .register(answers, { id: "Unresolved" });

export const coverage = z
  .strictObject({
    cells: z.array(
      z.strictObject({
        participant: code,
        priority,
        position: z.enum(POSITIONS),
        expected: z.boolean(),
        highestStage: z.enum(LADDER).nullable(),
        pledges: count,
        declined: count,
        unresolved: count,
        dormant: count,
        new: count.optional().meta({ description: "With `since`: counted items that came up since." }),
        resolved: count.optional().meta({ description: "With `since`: counted items that no longer hold." }),
      }),
    ),
    since: point.optional(),
    totals: z.strictObject({
      participants: z.record(z.string(), count),
      priorities: z.record(z.string(), count),
      counted: count,
    }),
  })
  .register(answers, { id: "Coverage" });

export const definitions = z
  .looseObject({
    priorities: z.array(z.unknown()),
    stages: z.array(z.unknown()),
    transitions: z.array(z.unknown()),
    codes: z.array(z.unknown()),
  })
  .register(answers, { id: "Definitions" });

export const priorityAnswer = z
  .strictObject({ number: priority, label: z.string(), meaning: z.string() })
  .register(answers, { id: "Priority" });

export const participant = z
  .looseObject({
    code,
    version,
    kind: z.enum(PARTICIPANT_KINDS),
    role: z.enum(PARTICIPANT_ROLES),
    names: z.record(z.string(), z.string()),
    joinedOn: day.nullable(),
  })
  .register(answers, { id: "Participant" });

const account = {
  id: z.uuid(),
  email: z.string(),
  name: z.string(),
  role: z.enum(ROLES),
  desk: z.array(code),
  /** The language of the API's answers; null: the request's. */
  language: z.enum(LANGUAGES).nullable(),
};

export const me = z.looseObject(account).register(answers, { id: "Me" });

export const person = z
  .looseObject({
    ...account,
    version,
    sealed: z.boolean(),
    disabledAt: instant.nullable(),
    secondFactorAt: instant.nullable(),
    createdAt: instant,
    updatedAt: instant,
  })
  .register(answers, { id: "Person" });

export const settings = z
  .strictObject({
    version,
    demonstration: z.boolean(),
    timeZone: z.string(),
    marking: z.string().nullable(),
    staleDays: z.int(),
    secondFactorFor: z.array(z.enum(ROLES)),
  })
  .register(answers, { id: "Settings" });

export const problemSchema = z
  .looseObject({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    code: z.enum([...REFUSALS, "internal"]),
    errors: z
      .array(z.strictObject({ path: z.string(), code: z.string(), message: z.string() }))
      .optional()
      .meta({ description: "With 422." }),
    current: version.optional().meta({ description: "With 409 `version`: the version on record." }),
    changedBy: z.string().optional(),
    changedAt: instant.optional(),
    fields: z.array(z.string()).optional(),
    closed: z
      .strictObject({ status: z.string(), by: z.string(), at: instant, note: z.string().nullable() })
      .optional()
      .meta({ description: "With 409 `proposal-closed`: who closed it, how and when." }),
  })
  .register(answers, { id: "Problem" });
