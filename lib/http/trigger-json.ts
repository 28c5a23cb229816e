// The outcome of a trigger change: made at once, or being prepared.
import type { TriggerChange } from "@/lib/domain/unresolved/trigger-change";
import type { Trigger } from "@/lib/domain/pledge/trigger";
import type { Answer } from "./answers";

export const triggerChangeJson = ({
  id,
  code,
  state,
  total,
  done,
  startedBy,
  startedAt,
  endedAt,
}: TriggerChange) => ({
  id,
  code,
  state,
  total,
  done,
  startedBy,
  startedAt,
  endedAt,
});

/** The trigger as it is now, or 202 and where to ask for the progress. */
export const triggerOutcome =
  (done: Answer<Trigger>): Answer<{ done: Trigger; change: null } | { done: null; change: TriggerChange }> =>
  (outcome) =>
    outcome.change === null
      ? done(outcome.done)
      : Response.json(
          { change: triggerChangeJson(outcome.change) },
          {
            status: 202,
            headers: {
              "Cache-Control": "private, no-store",
              Location: `/api/v1/triggers/${outcome.change.code}/change`,
            },
          },
        );
