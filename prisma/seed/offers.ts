// Offers for the fictitious requirements. Which contribution is offered for which requirement is invented
// too, as is the manager's judgement, to show fit, coverage and near misses. The pledges are as reported.
import type { Fit } from "@/lib/domain/requirements/offer";
import type { Coalition } from "./coalition";

export interface GivenOffer {
  /** Keys of both. */
  requirement: string;
  pledge: string;
  /** Index of the line in the pledge. */
  line: number;
  /** Given if caveats and location leave it open. */
  fit?: Fit;
  reason?: string;
}

const GIVEN: readonly GivenOffer[] = [
  ...["FR-3-a", "GB-3-a", "LT-3-b", "DE-3-a", "ES-3-a", "NO-3-a", "DK-3-a"].map(offer("DEMO-1")),
  ...["DE-3-a"].map(offer("DEMO-2")),
  ...["SE-3-b", "RO-3-b", "BG-3-b"].map(offer("DEMO-3")),
  ...["SE-3-a", "BE-3-a"].map(offer("DEMO-4")),
  {
    requirement: "DEMO-5",
    pledge: "IE-1-a",
    line: 0,
    fit: "PARTIAL",
    reason: "Open to a mandated mission; where is not said.",
  },
  {
    requirement: "DEMO-6",
    pledge: "SE-2-a",
    line: 0,
    fit: "FULL",
    reason: "Training so far took place in neighbouring countries.",
  },
  {
    requirement: "DEMO-6",
    pledge: "BE-2-a",
    line: 0,
    fit: "PARTIAL",
    reason: "Where it would take place is not said.",
  },
  { requirement: "DEMO-6", pledge: "RO-2-a", line: 1, fit: "FULL", reason: "At home is next door." },
  { requirement: "DEMO-7", pledge: "GB-2-a", line: 0 },
  { requirement: "DEMO-8", pledge: "FR-5-a", line: 0 },
  {
    requirement: "DEMO-8",
    pledge: "EE-3-a",
    line: 2,
    fit: "PARTIAL",
    reason: "Staff officers, and not said for which staff.",
  },
];

/** The lead of each requirement, also invented; the others show what it looks like without one. */
export const LEADS: Readonly<Record<string, string>> = { "DEMO-1": "FR", "DEMO-5": "US", "DEMO-8": "FR" };

/** The baseline of early January is that of the meeting, so needs are recorded after it. */
const NEEDED_AT = "2026-01-08T09:00:00.000Z";
const OFFERED_AT = "2026-01-09T09:00:00.000Z";

export interface NeedMove {
  at: string;
  need: Coalition["requirements"][number];
}
export interface OfferMove {
  at: string;
  offer: GivenOffer;
}

export function needsAndOffers({
  requirements,
  pledges,
}: Pick<Coalition, "requirements" | "pledges">): (NeedMove | OfferMove)[] {
  // After its quantity is on record.
  const loggedAt = new Map(
    pledges.map(({ key, steps }) => {
      const said = steps.filter((step) => step.do === "log" || step.do === "quantity").at(-1);
      return [key, said?.at ?? OFFERED_AT];
    }),
  );
  return [
    ...requirements.map((need, n) => ({ at: later(NEEDED_AT, n), need })),
    ...GIVEN.map((given, n) => {
      const logged = later(loggedAt.get(given.pledge) ?? OFFERED_AT, 60);
      const earliest = later(OFFERED_AT, n);
      return { at: logged > earliest ? logged : earliest, offer: given };
    }),
  ];
}

function offer(requirement: string) {
  return (pledge: string): GivenOffer => ({ requirement, pledge, line: 0 });
}

const later = (at: string, minutes: number): string =>
  new Date(Date.parse(at) + minutes * 60_000).toISOString();
