// Smallest sets of decisions as JSON: each decision as a scenario would suppose it, with its title and who decides.
import { z } from "zod";
import type { Shaped } from "@/lib/api/answer";
import { answers, code, count, reference } from "@/lib/api/parts";
import { assumption } from "@/lib/conditions/scenarios/schema";
import { decimalOf } from "@/lib/domain/base/amount";
import { ASKS, SETS_OUTCOMES, type NamedSets } from "@/lib/domain/history/scenarios/smallest-sets/target";
import type { Assumption } from "@/lib/domain/history/scenarios/assumption";
import { assumptionWords, decidedBy } from "@/lib/i18n/words/assumption-words";

const decimal = z.string().regex(/^\d+(\.\d{1,4})?$/);

const decision = z.object({
  supposes: assumption,
  title: z.string(),
  participant: code.nullable().meta({ description: "The participant that decides; null for a trigger." }),
});

export const smallestSetsAnswer = z
  .object({
    outcome: z.enum(SETS_OUTCOMES).meta({
      description:
        "reached: no decision is needed. never: not possible with what is on record. undecided: the search was stopped. closed: the pledge has ended, or the requirement is closed.",
    }),
    atLeast: count.nullable().meta({ description: "It is proved that no set of fewer decisions is enough." }),
    sets: z.array(z.array(decision)).meta({ description: "Sets of `atLeast` decisions each." }),
    complete: z.boolean().meta({ description: "Whether `sets` holds every set of that size." }),
    larger: z.array(decision).nullable().meta({
      description: "If undecided: a set that is enough, but may be larger than needed.",
    }),
    assumed: z.array(decision),
    ask: z.array(
      z.object({
        pledge: reference,
        participant: code,
        title: z.string(),
        contribution: z.uuid(),
        about: z.enum(ASKS),
        asStated: z.string().nullable(),
      }),
    ),
    firm: z.object({ reached: decimal, need: decimal, measure: z.string() }).nullable(),
    steps: count,
  })
  .register(answers, { id: "SmallestSets" });

export function presentSmallestSets({
  named,
  sets,
  larger,
  assumed,
  isComplete,
  firm,
  ...found
}: NamedSets): Shaped<typeof smallestSetsAnswer> {
  const present = (one: Assumption) => ({
    supposes: one,
    title: assumptionWords(one, named),
    participant: decidedBy(one, named),
  });
  return {
    ...found,
    complete: isComplete,
    sets: sets.map((set) => set.map(present)),
    larger: larger && larger.map(present),
    assumed: assumed.map(present),
    firm: firm && {
      reached: decimalOf(firm.reached),
      need: decimalOf(firm.need),
      measure: "unit" in firm.measure ? firm.measure.unit : firm.measure.currency,
    },
  };
}
