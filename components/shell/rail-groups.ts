// The rail's items: only pages that exist and that the role may open, the role's own work first.
import type { Role } from "@/lib/domain/people/actor";

const PLACES = {
  matters: "/",
  recordState: "/",
  mine: "/mine",
  mineItems: "/mine",
  inbox: "/inbox",
  log: "/pledges/new",
  unresolved: "/unresolved",
  coverage: "/coverage",
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
  definitions: "/definitions",
  people: "/admin/people",
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
  views: "/views",
} as const;
export type RailPlace = keyof typeof PLACES;

export interface RailItem {
  place: RailPlace;
  href: string;
  count?: number;
}
export interface RailGroup {
  name: "work" | "register" | "overview" | "records" | "reference" | "administration";
  items: RailItem[];
}

const GROUPS: Record<Role, readonly (readonly [RailGroup["name"], readonly RailPlace[]])[]> = {
  OFFICER: [
    ["work", ["mine", "calendar", "inbox", "questions", "log", "imports"]],
    ["register", ["pledges", "participants", "conditions", "sources"]],
    ["overview", ["unresolved", "coverage", "changes", "requirements", "scenarios", "briefing", "review"]],
    ["records", ["findings", "views", "definitions"]],
  ],
  MANAGER: [
    [
      "overview",
      ["matters", "calendar", "unresolved", "coverage", "changes", "requirements", "scenarios", "briefing"],
    ],
    ["register", ["pledges", "participants", "conditions", "sources"]],
    ["work", ["review", "inbox", "questions", "mineItems", "imports"]],
    ["records", ["exports", "findings", "entryLag", "audit", "views", "definitions"]],
  ],
  AUDITOR: [
    [
      "records",
      [
        "recordState",
        "exports",
        "verify",
        "audit",
        "accessLog",
        "findings",
        "sample",
        "entryLag",
        "questions",
        "people",
        "settings",
      ],
    ],
    ["register", ["pledges", "participants", "conditions", "sources"]],
    [
      "overview",
      ["unresolved", "coverage", "calendar", "changes", "requirements", "scenarios", "briefing", "review"],
    ],
    ["reference", ["inbox", "views", "definitions"]],
  ],
  ADMIN: [
    ["administration", ["people", "accounts", "participants", "settings"]],
    ["reference", ["definitions"]],
  ],
};

export function railGroups(role: Role, counts: Partial<Record<RailPlace, number>> = {}): RailGroup[] {
  return GROUPS[role].map(([name, places]) => ({
    name,
    items: places.map((place) => {
      const count = counts[place];
      return { place, href: PLACES[place], ...(count === undefined ? {} : { count }) };
    }),
  }));
}

/** The item with the longest path that the address begins with. */
export function currentItem(path: string, hrefs: readonly string[]): string | null {
  return hrefs
    .filter((href) => path === href || path.startsWith(`${href}/`))
    .reduce<string | null>((best, href) => (best === null || href.length > best.length ? href : best), null);
}
