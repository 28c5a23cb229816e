// Which pages each role finds where: at most twelve doors in the rail, each with the pages that are tabs behind it.
import type { Role } from "@/lib/domain/people/actor";

const PLACES = {
  matters: "/",
  recordState: "/",
  house: "/",
  mine: "/mine",
  mineItems: "/mine",
  unresolved: "/unresolved",
  ages: "/unresolved/ages",
  coverage: "/coverage",
  map: "/coverage/map",
  stages: "/coverage/stages",
  overTime: "/coverage/over-time",
  changes: "/changes",
  requirements: "/requirements",
  scenarios: "/scenarios",
  conditions: "/conditions",
  briefing: "/briefing",
  pledges: "/pledges",
  participants: "/participants",
  sources: "/sources",
  review: "/review",
  accounts: "/review/accounts",
  people: "/admin/people",
  programs: "/admin/programs",
  settings: "/admin/settings",
  imports: "/imports",
  exports: "/exports",
  audit: "/audit",
  accessLog: "/access-log",
  findings: "/findings",
  questions: "/questions",
  calendar: "/calendar",
  sample: "/sample",
  entryLag: "/entry-lag",
  verify: "/exports/verify",
} as const;
export type RailPlace = keyof typeof PLACES;

export interface RailItem {
  place: RailPlace;
  href: string;
  count?: number;
  /** Itself and the pages that are tabs next to it; empty where it stands alone. */
  tabs: readonly { place: RailPlace; href: string; count?: number }[];
}
export interface RailGroup {
  name: "open" | "record" | "proof" | "administration";
  items: RailItem[];
}

/** A door, and then its tabs. Long lists have none: each line of theirs is needed for rows. */
type Door = readonly [RailPlace, ...RailPlace[]];

const COVERAGE = ["coverage", "map", "stages", "overTime", "ages"] as const;

const GROUPS: Record<Role, readonly (readonly [RailGroup["name"], readonly Door[]])[]> = {
  OFFICER: [
    ["open", [["mine", "calendar"], ["questions", "review", "findings"], ["unresolved"]]],
    [
      "record",
      [
        ["pledges"],
        COVERAGE,
        ["conditions", "scenarios"],
        ["requirements"],
        ["participants"],
        ["sources"],
        ["imports"],
      ],
    ],
    ["proof", [["changes"], ["briefing", "verify"]]],
  ],
  MANAGER: [
    [
      "open",
      [
        ["matters", "calendar", "mineItems"],
        ["review", "questions", "findings"],
        ["unresolved"],
        ["conditions", "scenarios"],
        ["requirements"],
      ],
    ],
    ["record", [["pledges"], [...COVERAGE, "entryLag"], ["participants"], ["sources"], ["changes", "audit"]]],
    ["proof", [["briefing"], ["exports", "verify", "imports"]]],
  ],
  AUDITOR: [
    [
      "proof",
      [
        ["recordState", "changes", "calendar", "briefing"],
        ["exports", "sample"],
        ["verify"],
        ["findings", "questions"],
        ["accessLog", "people", "programs", "settings"],
      ],
    ],
    ["record", [["pledges"], [...COVERAGE, "entryLag", "participants"], ["sources"], ["audit"]]],
    ["open", [["unresolved"], ["review"], ["conditions", "scenarios", "requirements"]]],
  ],
  ADMIN: [
    ["administration", [["house"], ["people"], ["accounts"], ["participants"], ["programs"], ["settings"]]],
  ],
};

/** A number stands only where it is known, and a zero is none. */
export function railGroups(role: Role, counts: Partial<Record<RailPlace, number>> = {}): RailGroup[] {
  const linkTo = (place: RailPlace) => {
    const count = counts[place] ?? 0;
    return { place, href: PLACES[place], ...(count === 0 ? {} : { count }) };
  };
  return GROUPS[role].map(([name, doors]) => ({
    name,
    items: doors.map((door) => ({ ...linkTo(door[0]), tabs: door.length === 1 ? [] : door.map(linkTo) })),
  }));
}

/** The item with the longest path, its own or one of its tabs', that the address begins with. */
export function currentItem(
  path: string,
  items: readonly { href: string; tabs?: readonly { href: string }[] }[],
): string | null {
  const doors = items.flatMap(({ href, tabs = [] }) => [
    { href, to: href },
    ...tabs.map((tab) => ({ href: tab.href, to: href })),
  ]);
  return (
    doors
      .filter(({ href }) => path === href || path.startsWith(`${href}/`))
      .reduce<(typeof doors)[number] | null>(
        (best, one) => (best === null || one.href.length > best.href.length ? one : best),
        null,
      )?.to ?? null
  );
}
