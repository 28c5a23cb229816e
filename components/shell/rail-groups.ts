// Which pages each role has in the rail: at most twelve entries, each with the pages that are its tabs.
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
  /** Its own page and the others that are its tabs; empty if it has only one. */
  tabs: readonly { place: RailPlace; href: string; count?: number }[];
}
export interface RailGroup {
  name: "open" | "record" | "proof" | "administration";
  items: RailItem[];
}

/**
 * An entry's first page, then its other tabs. Long lists have no tabs, because they need each line for rows.
 */
type RailEntry = readonly [RailPlace, ...RailPlace[]];

const COVERAGE = ["coverage", "map", "stages", "overTime", "ages"] as const;

const GROUPS: Record<Role, readonly (readonly [RailGroup["name"], readonly RailEntry[]])[]> = {
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

/** A count is shown only if it is known and not zero. */
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
