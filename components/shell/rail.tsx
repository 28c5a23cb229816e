import { Logo } from "@/components/ui/marks/bars";
import { asOfHref, currentAsOf } from "@/components/ui/address/as-of-href";
import type { Actor } from "@/lib/domain/people/actor";
import { numberInWords } from "@/lib/i18n/numbers";
import { translator } from "@/lib/i18n/translator";
import { Account } from "./account";
import { railGroups, type RailPlace } from "./rail-groups";
import { RailLinks, type RailWords } from "./rail-links";
import { RailSearch } from "./search";

const t = translator("shell");

/** A column on a wide screen, a popover behind the menu button on a small one. Its middle alone scrolls. */
export function Rail({ actor, counts }: { actor: Actor; counts: Partial<Record<RailPlace, number>> }) {
  const groups: RailWords[] = railGroups(actor.role, counts).map((group) => ({
    label: t(`group.${group.name}`),
    items: group.items.map(({ place, href, tabs, count }) => ({
      href,
      tabs,
      label: doorName(place),
      ...(count === undefined ? {} : { count: numberInWords(count) }),
    })),
  }));
  return (
    <nav className="rail" id="rail" popover="auto" aria-label={t("main")}>
      <a className="brand" href={asOfHref("/")}>
        <Logo />
        <div>
          <b>{t("name")}</b>
          <span>{t("tagline")}</span>
        </div>
      </a>
      <div className="grid min-h-0 flex-1 content-start gap-4 overflow-x-hidden overflow-y-auto overscroll-contain py-2 [scrollbar-width:thin]">
        {actor.role === "ADMIN" ? null : <RailSearch label={t("searchLabel")} />}
        <RailLinks groups={groups} asOf={currentAsOf()} />
      </div>
      <Account actor={actor} />
    </nav>
  );
}

/** A door is called after what is behind it, where that is more than its first page. */
const doorName = (place: RailPlace): string =>
  place === "conditions" || place === "review" ? t(`door.${place}`) : t(`page.${place}`);
