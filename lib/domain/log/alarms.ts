// What administrators are alarmed about by mail, once, and when it is over. An alarm ends at a lower mark than it begins, so that
// one that goes up and down is one.

export const ALARMS = ["sealing-late", "sealing-behind", "witness-disagrees", "sign-ins-fail"] as const;
export type AlarmCode = (typeof ALARMS)[number];

export interface Alarm {
  code: AlarmCode;
  /** True times. Null: it goes on. */
  since: string;
  overAt: string | null;
}

export interface AlarmFacts {
  /** For how long the first entry without a checkpoint has waited. */
  unsealedSeconds: number;
  sealingFault: "behind" | "failed" | null;
  witnessesRefusing: number;
  /** Within ten minutes, of everybody. */
  failedSignIns: number;
}

const RULES: Record<
  AlarmCode,
  { begins: (facts: AlarmFacts) => boolean; isOver: (facts: AlarmFacts) => boolean }
> = {
  // Sealing takes ten seconds; where it is behind, it waits for a person, and that is said already.
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

/** Of those that go on, which are over, and which others begin. */
export function alarmsAfter(
  facts: AlarmFacts,
  goingOn: readonly AlarmCode[],
): { begin: AlarmCode[]; over: AlarmCode[] } {
  return {
    begin: ALARMS.filter((code) => !goingOn.includes(code) && RULES[code].begins(facts)),
    over: goingOn.filter((code) => RULES[code].isOver(facts)),
  };
}
