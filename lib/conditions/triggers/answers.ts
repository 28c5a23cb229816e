// A trigger as JSON, and the answer of its change: made at once, or being prepared.
import { z } from "zod";
import { type Answer, accepted } from "@/lib/api/answer";
import { answers, instant, version } from "@/lib/api/parts";
import type { TriggerOutcome } from "@/lib/conditions/triggers/commands";
import { PIECE_FIELDS } from "@/lib/domain/pledge/evidence";
import { TRIGGER_FIELDS, type Trigger } from "@/lib/domain/pledge/trigger";
import { CHANGE_STATES, type TriggerChange } from "@/lib/domain/unresolved/trigger-change";
import { answersOf } from "@/lib/schema/by-field";

export const trigger = z
  .object({
    code: z.string(),
    version,
    ...answersOf(TRIGGER_FIELDS, {
      evidence: z.array(
        z.object({
          id: z.uuid(),
          source: z.uuid(),
          ...answersOf(PIECE_FIELDS, {}),
          recordedAt: instant,
        }),
      ),
    }),
    createdAt: instant,
    updatedAt: instant,
  })
  .register(answers, { id: "Trigger" });

export const triggerChange = z
  .object({
    id: z.int().min(1),
    code: z.string(),
    state: z.enum(CHANGE_STATES),
    total: z.int().min(0),
    done: z.int().min(0),
    startedBy: z.string(),
    startedAt: instant,
    endedAt: instant.nullable(),
  })
  .register(answers, { id: "TriggerChange" });

export const preparing = z.object({ change: triggerChange });

/** The trigger as it is now, or 202 and where to ask for the progress. */
export const orPreparing = (
  done: Answer<Trigger, z.output<typeof trigger>>,
): Answer<TriggerOutcome, z.output<typeof trigger> | z.output<typeof preparing>> => ({
  ...done,
  later: {
    description: "The change is being prepared; Location is the address of its progress",
    answer: prepared,
  },
  respond: (outcome) => (outcome.change === null ? done.respond(outcome.done) : prepared.respond(outcome)),
});

const prepared = accepted(
  preparing,
  ({ change }: { change: TriggerChange }) => `/api/v1/triggers/${change.code}/change`,
);
