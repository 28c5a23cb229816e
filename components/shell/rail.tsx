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

interface Given {
  actor: Actor;
  counts: Partial<Record<RailPlace, number>>;
  /** Of the page that is shown. */
  path: string;
}

/** A column on a wide screen, a popover behind the menu button on a small one. Only its middle scrolls. */
export function Rail({ actor, counts, path }: Given) {
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
    <nav
      className="rail sticky flex flex-col print:hidden self-start overflow-hidden m-0 px-0 pt-4 pb-0 top-0 w-auto h-[calc(100vh_-_24px)] border-0 bg-bg text-inherit max-xl:[&:not(:popover-open)]:hidden max-xl:[&:popover-open]:fixed max-xl:[&:popover-open]:top-0 max-xl:[&:popover-open]:right-auto max-xl:[&:popover-open]:bottom-0 max-xl:[&:popover-open]:left-0 max-xl:[&:popover-open]:w-[min(320px,100vw)] max-xl:[&:popover-open]:h-dvh max-xl:[&:popover-open]:border-r-2 max-xl:[&:popover-open]:border-r-rule-strong max-xl:[&:popover-open]:text-inherit max-xl:backdrop:opacity-50"
      id="rail"
      popover="auto"
      aria-label={t("main")}
    >
      <a
        className="flex items-center gap-3 px-6 py-0 min-h-10 text-inherit no-underline"
        href={asOfHref("/")}
      >
        <Logo />
        <div>
          <b className="block text-body/5 font-semibold">{t("name")}</b>
          <span className="block text-muted text-caption">{t("tagline")}</span>
        </div>
      </a>
      <div className="grid min-h-0 flex-1 content-start gap-4 overflow-x-hidden overflow-y-auto overscroll-contain py-2 [scrollbar-width:thin]">
        {actor.role === "ADMIN" ? null : <RailSearch label={t("searchLabel")} />}
        <RailLinks groups={groups} path={path} asOf={currentAsOf()} />
      </div>
      <Account actor={actor} />
    </nav>
  );
}

/** An entry is named after its first page, unless its tabs share a name. */
const doorName = (place: RailPlace): string => (place === "review" ? t("door.review") : t(`page.${place}`));
