import { currentAsOf } from "@/components/ui/address/as-of-href";
import type { Role } from "@/lib/domain/people/actor";
import { numberInWords } from "@/lib/i18n/numbers";
import { translator } from "@/lib/i18n/translator";
import { railGroups, type RailPlace } from "./rail-groups";
import { TabLinks } from "./tab-links";

const t = translator("shell");

interface Given {
  role: Role;
  counts: Partial<Record<RailPlace, number>>;
  /** Of the page that is shown. */
  path: string;
}

/** The pages that share an entry of the rail, as tabs above the current one. */
export function PageTabs({ role, counts, path }: Given) {
  const families = railGroups(role, counts)
    .flatMap(({ items }) => items)
    .filter(({ tabs }) => tabs.length > 1)
    .map(({ place, tabs }) => ({
      label: t(place === "coverage" ? "coverageTabs" : "tabs"),
      tabs: tabs.map(({ href, count, ...tab }) => ({
        href,
        label: tabName(tab.place),
        ...(count === undefined ? {} : { count: numberInWords(count) }),
      })),
    }));
  return <TabLinks families={families} path={path} asOf={currentAsOf()} />;
}

const tabName = (place: RailPlace): string => t(place === "coverage" ? "tab.coverage" : `page.${place}`);
