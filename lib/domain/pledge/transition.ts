import type { Day } from "../base/day";
import type { Pledge } from "./pledge";
import { atLeast, EXITS, isOpen, type Stage } from "./stages";

export interface Transition {
  to: Stage;
  reason: string | null;
  /** Reference of the replacing pledge; only for SUPERSEDED. */
  successor: string | null;
  today: Day;
}

/** Only a way out stores its reason on the pledge; the reason of any other step is in its event. */
export function applyTransition(pledge: Pledge, { to, reason, successor, today }: Transition): Pledge {
  return {
    ...pledge,
    stage: to,
    stageReason: isExit(to) ? reason : null,
    stageSetOn: today,
    suspendedFrom: to === "SUSPENDED" && isOpen(pledge.stage) ? pledge.stage : null,
    pledgedByStepOn: pledgedByStepOn(pledge, to, today),
    supersededBy: to === "SUPERSEDED" ? successor : pledge.supersededBy,
  };
}

function pledgedByStepOn(pledge: Pledge, to: Stage, today: Day): Day | null {
  if (to === "SIGNALLED") return null;
  return pledge.stage === "SIGNALLED" && atLeast(to, "PLEDGED") ? today : pledge.pledgedByStepOn;
}

const isExit = (stage: Stage): boolean => (EXITS as readonly Stage[]).includes(stage);
