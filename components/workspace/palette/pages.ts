// Pages and actions of a role: those of the rail and of the tabs behind it, in their words. Records are found by search.
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
import type { Messages } from "@/lib/i18n/message-files";
import { translator } from "@/lib/i18n/translator";

const t = translator("palette");
const shell = translator("shell");

/** `viewer`: an auditor's rights on a page that shows the past, so no actions. */
export function pagesFor(actor: Actor, viewer: Actor): FoundPlace[] {
  const actions = ACTIONS.filter(({ may }) => may(viewer));
  const inRail = railGroups(actor.role)
    .flatMap(({ items }) => items)
    .flatMap(({ place, href, tabs }) => [
      page(href, shell(`page.${place}`), null),
      ...tabs.slice(1).map((tab) => page(tab.href, shell(`page.${tab.place}`), shell(`page.${place}`))),
    ]);
  const elsewhere = ELSEWHERE.filter(({ may }) => may(actor)).map(({ href, name }) =>
    page(href, shell(`page.${name}`), null),
  );
  return [
    ...actions.map(({ name, href }) => ({
      kind: "ACTION" as const,
      href,
      title: t(`action.${name}`),
      detail: null,
    })),
    ...inRail,
    ...elsewhere,
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

/** Behind the top bar and the account. */
const ELSEWHERE: readonly {
  href: string;
  name: keyof Messages["shell"]["page"];
  may: (actor: Actor) => boolean;
}[] = [
  { href: "/inbox", name: "inbox", may: mayReadRegister },
  { href: "/views", name: "views", may: mayReadRegister },
  { href: "/definitions", name: "definitions", may: () => true },
  { href: "/profile", name: "profile", may: () => true },
];
