import { Logo } from "@/components/ui/marks/bars";
import { asOfHref, currentAsOf } from "@/components/ui/address/as-of-href";
import type { Actor } from "@/lib/domain/people/actor";
import { numberInWords } from "@/lib/i18n/numbers";
import { translator } from "@/lib/i18n/translator";
import { railGroups, type RailPlace } from "./rail-groups";
import { RailLinks, type RailWords } from "./rail-links";
import { RailSearch } from "./search";
import { SignOut } from "./sign-out";

const t = translator("shell");

/** A column on a wide screen, a popover behind the menu button on a small one. */
export function Rail({
  actor,
  counts,
  since,
}: {
  actor: Actor;
  counts: Partial<Record<RailPlace, number>>;
  /** The latest baseline, in short. */
  since: string | null;
}) {
  const role = t(`role.${actor.role}`);
  const groups: RailWords[] = railGroups(actor.role, counts).map((group) => ({
    label: t(`group.${group.name}`),
    items: group.items.map(({ place, href, count }) => ({
      href,
      label: place === "changes" && since !== null ? t("page.changesSince", { since }) : t(`page.${place}`),
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
      {actor.role === "ADMIN" ? null : <RailSearch label={t("searchLabel")} />}
      <RailLinks groups={groups} asOf={currentAsOf()} />
      <div className="me">
        <b>{actor.name}</b>
        {actor.name.startsWith(role) ? null : <p>{role}</p>}
        <p>
          {actor.role === "OFFICER" ? t("desk", { codes: actor.desk.join(", ") }) : t(`scope.${actor.role}`)}
        </p>
        <a href="/profile">{t("profile")}</a>
        <SignOut label={t("signOut")} />
      </div>
    </nav>
  );
}
