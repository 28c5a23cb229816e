// Pages and actions of a role, in the rail's words. Records are found by search.
import { railGroups } from "@/components/shell/rail-groups";
import {
  mayDecide,
  mayKeepPeople,
  mayKeepRecords,
  mayReadRegister,
  type Actor,
} from "@/lib/domain/people/actor";
import { mayExport } from "@/lib/domain/log/export";
import { mayImport } from "@/lib/domain/import/import";
import type { FoundPlace } from "@/lib/domain/details/place";
import { translator, type Messages } from "@/lib/i18n/translator";

const t = translator("palette");
const shell = translator("shell");

/** `viewer`: an auditor's rights on a page that shows the past, so no actions. */
export function pagesFor(actor: Actor, viewer: Actor): FoundPlace[] {
  const actions = ACTIONS.filter(({ may }) => may(viewer));
  const inRail = railGroups(actor.role)
    .flatMap(({ items }) => items)
    .filter(({ place }) => place !== "log")
    .map(({ place, href }) => page(href, shell(`page.${place}`), null));
  const below = BELOW.filter(({ may }) => may(actor)).map(({ href, name, of }) =>
    page(href, shell(`page.${name}`), of === null ? null : shell(`page.${of}`)),
  );
  return [
    ...actions.map(({ name, href }) => ({
      kind: "ACTION" as const,
      href,
      title: t(`action.${name}`),
      detail: null,
    })),
    ...inRail,
    ...below,
  ];
}

const page = (href: string, title: string, detail: string | null): FoundPlace => ({
  kind: "PAGE",
  href,
  title,
  detail,
});

const ACTIONS: readonly {
  name: keyof Messages["palette"]["action"];
  href: string;
  may: (actor: Actor) => boolean;
}[] = [
  { name: "log", href: "/pledges/new", may: mayKeepRecords },
  { name: "fromText", href: "/sources/new", may: mayKeepRecords },
  { name: "import", href: "/imports", may: mayImport },
  { name: "requirement", href: "/requirements/new", may: mayDecide },
  { name: "trigger", href: "/conditions/new", may: mayDecide },
  { name: "scenario", href: "/scenarios/new", may: mayDecide },
  { name: "package", href: "/exports", may: mayExport },
  { name: "handOver", href: "/mine/hand-over", may: ({ desk }) => desk.length > 0 },
  { name: "person", href: "/admin/people/new", may: mayKeepPeople },
];

/** Pages that the rail leaves out: the page above links to them. */
const BELOW: readonly {
  href: string;
  name: keyof Messages["shell"]["page"];
  of: keyof Messages["shell"]["page"] | null;
  may: (actor: Actor) => boolean;
}[] = [
  { href: "/unresolved/ages", name: "ages", of: "unresolved", may: mayReadRegister },
  { href: "/coverage/stages", name: "stages", of: "coverage", may: mayReadRegister },
  { href: "/coverage/map", name: "map", of: "coverage", may: mayReadRegister },
  { href: "/coverage/over-time", name: "overTime", of: "coverage", may: mayReadRegister },
  { href: "/profile", name: "profile", of: null, may: () => true },
];
