// What administrators get one alarm mail about, and when the alarm is over. An alarm ends at a lower mark
// than it begins, so that a value that goes up and down raises only one.

export const ALARMS = ["sealing-late", "sealing-behind", "witness-disagrees", "sign-ins-fail"] as const;
export type AlarmCode = (typeof ALARMS)[number];

export interface Alarm {
  code: AlarmCode;
  /** In true time. `overAt` null: it continues. */
  since: string;
  overAt: string | null;
}

export interface AlarmFacts {
  /** For how long the first entry without a checkpoint has waited. */
  unsealedSeconds: number;
  sealingFault: "behind" | "failed" | null;
  witnessesRefusing: number;
  /** Within ten minutes, of all persons. */
  failedSignIns: number;
}

const RULES: Record<
  AlarmCode,
  { begins: (facts: AlarmFacts) => boolean; isOver: (facts: AlarmFacts) => boolean }
> = {
  // Sealing takes ten seconds. If it is behind, it waits for a person, and another alarm says so.
  "sealing-late": {
    begins: ({ unsealedSeconds, sealingFault }) => sealingFault !== "behind" && unsealedSeconds > 120,
    isOver: ({ unsealedSeconds, sealingFault }) => sealingFault === "behind" || unsealedSeconds < 30,
  },
  "sealing-behind": {
    begins: ({ sealingFault }) => sealingFault === "behind",
    isOver: ({ sealingFault }) => sealingFault !== "behind",
  },
  "witness-disagrees": {
    begins: ({ witnessesRefusing }) => witnessesRefusing > 0,
    isOver: ({ witnessesRefusing }) => witnessesRefusing === 0,
  },
  "sign-ins-fail": {
    begins: ({ failedSignIns }) => failedSignIns >= 50,
    isOver: ({ failedSignIns }) => failedSignIns < 10,
  },
};

/** Which current alarms are over, and which others begin. */
export function alarmsAfter(
  facts: AlarmFacts,
  goingOn: readonly AlarmCode[],
): { begin: AlarmCode[]; over: AlarmCode[] } {
  return {
    begin: ALARMS.filter((code) => !goingOn.includes(code) && RULES[code].begins(facts)),
    over: goingOn.filter((code) => RULES[code].isOver(facts)),
  };
}
