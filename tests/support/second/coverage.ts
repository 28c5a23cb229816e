// The matrix of a day, once more: each cell by going through everything for it.
import type { Day } from "@/lib/domain/base/day";
import { pledgesIn, saidOf, saidOfCell } from "./items/every-code";
import type { SmallRegister } from "./register";
import { classOf, type Cause } from "./causes";
import { RUNGS } from "./waiting";

const PRIORITIES = [1, 2, 3, 4, 5];

const codesOn = (causes: readonly Cause[], day: Day): string[] => [
  ...new Set(
    causes
      .filter(({ since, until }) => since <= day && !(until !== undefined && until <= day))
      .map(({ code }) => code),
  ),
];

export function matrixOn(register: SmallRegister, day: Day) {
  const cells = register.participants.flatMap((participant) =>
    PRIORITIES.map((priority) => {
      const { code, kind, role, leftOn } = participant;
      const pledges = pledgesIn(register, code, priority);
      const stages = pledges.map(({ stage }) => stage);
      const classes = [
        codesOn(saidOfCell(register, participant, priority), day),
        // Items stand in the cell of the pledge's own participant.
        ...pledges
          .filter((pledge) => pledge.participant === code)
          .map((pledge) => codesOn(saidOf(register, pledge), day)),
      ]
        .flat()
        .map((one) => classOf(one as Cause["code"]));
      const dormant = classes.filter((name) => name === "DORMANT").length;
      return {
        ...{ participant: code, priority, position: positionAmong(stages) },
        expected:
          kind === "STATE" && ["CO_LEAD", "MEMBER"].includes(role) && (leftOn === null || leftOn > day),
        highestStage: RUNGS.findLast((rung) => stages.some((stage) => stage === rung)) ?? null,
        pledges: pledges.length,
        ...namedIn(register, code, priority),
        declined: stages.filter((stage) => ["DECLINED", "WITHDRAWN"].includes(stage)).length,
        ...{ unresolved: classes.length - dormant, dormant },
      };
    }),
  );
  const countIn = (part: typeof cells): number => part.reduce((all, { unresolved }) => all + unresolved, 0);
  return {
    cells,
    totals: {
      participants: Object.fromEntries(
        register.participants.map(({ code }) => [
          code,
          countIn(cells.filter(({ participant }) => participant === code)),
        ]),
      ),
      priorities: Object.fromEntries(
        PRIORITIES.map((one) => [one, countIn(cells.filter(({ priority }) => priority === one))]),
      ),
      counted: countIn(cells),
    },
  };
}

/** Pledges of others that name it, and are no position of its own. */
function namedIn({ pledges }: SmallRegister, code: string, priority: number) {
  const states = pledges
    .filter((one) => one.priority === priority && !one.voided)
    .flatMap(({ jointWith, onBehalfOf }) => [
      ...jointWith.map((link) => ({ ...link, isJoint: true })),
      ...onBehalfOf.map((link) => ({ ...link, isJoint: false })),
    ])
    .filter(({ participant }) => participant === code);
  return {
    onBehalf: states.filter(({ state, isJoint }) => state === "CONFIRMED" && !isJoint).length,
    claimed: states.filter(({ state }) => state === "CLAIMED").length,
  };
}

function positionAmong(stages: readonly string[]): string {
  const has = (...some: string[]): boolean => stages.some((stage) => some.includes(stage));
  if (has(...RUNGS.slice(0, 5), "SUSPENDED")) return "OPEN";
  if (has("FULFILLED")) return "CLOSED";
  return has("DECLINED", "WITHDRAWN") ? "DECLINED" : "NONE";
}
