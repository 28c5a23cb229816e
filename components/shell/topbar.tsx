import { PaletteLauncher } from "@/components/workspace/palette/launcher";
import { Glyph } from "@/components/ui/marks/glyph";
import { Markup } from "@/components/ui/page/markup/markup";
import { asOfHref, currentAsOf } from "@/components/ui/address/as-of-href";
import { buttonLook } from "@/components/ui/looks";
import { mayKeepRecords, mayReadRegister, type Actor, type Role } from "@/lib/domain/people/actor";
import { registerZoneName, shortMoment } from "@/lib/i18n/register-zone";
import { translator } from "@/lib/i18n/translator";
import { numberInWords } from "@/lib/i18n/numbers";
import { AsOfChip, type AsOfView } from "./as-of";
import { Crumbs } from "./crumbs";
import { SEARCH, SearchBox } from "./search";
import { SearchKey } from "./search-key";

const t = translator("shell");
const palette = translator("palette");

interface Given {
  /** Of the page that is shown. */
  path: string;
  /** The user; an auditor's rights on a page that shows the past. */
  actor: Actor;
  /** The user's real role. */
  role: Role;
  at: string;
  /** Notices not read yet. */
  unread: number;
  /** Null on a page that can't show the past. */
  asOf: AsOfView | null;
}

export function Topbar({ path, actor, role, at, unread, asOf }: Given) {
  return (
    <header className="topbar sticky flex items-center gap-4 px-(--gutter) py-0 top-0 z-6 h-(--topbar) border-b border-b-rule bg-surface max-[1360px]:gap-3 print:hidden">
      <Markup>
        <button
          type="button"
          className={buttonLook("hidden max-xl:inline-flex")}
          popoverTarget="rail"
          aria-label={t("menu")}
        >
          <Glyph name="menu" />
        </button>
      </Markup>
      <Markup>
        <nav
          className="crumbs whitespace-nowrap flex-1 overflow-hidden min-w-40 text-muted max-md:min-w-0"
          aria-label={t("breadcrumb")}
        >
          <Crumbs path={path} names={namesOf(actor)} asOf={currentAsOf()} />
        </nav>
      </Markup>
      {asOf ? <AsOfChip {...asOf} /> : <Clock at={at} />}
      {mayReadRegister(actor) ? (
        <>
          <Markup>
            <SearchBox
              label={t("searchLabel")}
              placeholder={t("searchPlaceholder")}
              hotkey={t("searchKey")}
            />
          </Markup>
          <SearchKey target={SEARCH} />
        </>
      ) : null}
      <PaletteLauncher role={role} asOf={currentAsOf()} label={palette("openLabel")} text={palette("open")} />
      {role === "ADMIN" ? null : (
        <Markup>
          <InboxLink unread={unread} />
        </Markup>
      )}
      <Markup>
        <a
          className={buttonLook("max-md:hidden")}
          href={asOfHref("/definitions")}
          aria-label={t("page.definitions")}
        >
          <Glyph name="help" />
        </a>
      </Markup>
      {mayKeepRecords(actor) ? (
        <Markup>
          <a className={buttonLook("primary")} href="/pledges/new">
            <Glyph name="plus" />
            <span className="max-md:sr-only">{t("log")}</span>
          </a>
        </Markup>
      ) : null}
    </header>
  );
}

const Clock = ({ at }: { at: string }) => (
  <Markup>
    <span
      className="asof inline-flex min-w-8 items-center whitespace-nowrap gap-2 min-h-8 text-muted max-md:hidden"
      title={t("clock")}
    >
      <Glyph name="clock" />
      <span className="line-clamp-2 leading-4.5 whitespace-normal">
        {t("now", { when: shortMoment(at), zone: registerZoneName() })}
      </span>
    </span>
  </Markup>
);

function InboxLink({ unread }: { unread: number }) {
  return (
    <a className={buttonLook()} href={asOfHref("/inbox")} aria-label={t("unread", { count: unread })}>
      <Glyph name="bell" /> {unread === 0 ? null : <b>{numberInWords(unread)}</b>}
    </a>
  );
}

const HOME_TITLES = {
  OFFICER: "page.matters",
  MANAGER: "page.matters",
  AUDITOR: "page.recordState",
  ADMIN: "page.house",
} as const satisfies Record<Role, string>;

function namesOf({ role }: Actor): Record<string, string> {
  return {
    "/mine": t(role === "OFFICER" ? "page.mine" : "page.mineItems"),
    "/unresolved": t("page.unresolved"),
    "/coverage": t("page.coverage"),
    "/changes": t("page.changes"),
    "*/compare": t("page.compare"),
    "*/peek": t("page.peek"),
    "/coverage/stages": t("page.stages"),
    "/coverage/map": t("page.map"),
    "/unresolved/ages": t("page.ages"),
    "/": t(HOME_TITLES[role]),
    "/briefing": t("page.briefing"),
    "/coverage/over-time": t("page.overTime"),
    "/review": t("page.review"),
    "/pledges": t("page.pledges"),
    "/pledges/new": t("page.log"),
    "/participants": t("page.participants"),
    "/sources": t("page.sources"),
    "*/attach": t("page.attach"),
    "/sources/new": t("page.fromText"),
    "*/log": t("page.logFromText"),
    "*/drafts": t("page.drafts"),
    "/conditions": t("page.conditions"),
    "/conditions/new": t("page.newTrigger"),
    "/scenarios": t("page.scenarios"),
    "/scenarios/new": t("page.newScenario"),
    "/requirements": t("page.requirements"),
    "/requirements/new": t("page.newRequirement"),
    "*/offer": t("page.offer"),
    "/definitions": t("page.definitions"),
    "/profile": t("page.profile"),
    "/profile/tokens": t("page.tokens"),
    "/profile/webhooks": t("page.webhooks"),
    "/admin/people": t("page.people"),
    "/admin/programs": t("page.programs"),
    "/admin/settings": t("page.settings"),
    "/audit": t("page.audit"),
    "/access-log": t("page.accessLog"),
    "/inbox": t("page.inbox"),
    "/inbox/watching": t("page.watching"),
    "/findings": t("page.findings"),
    "/findings/new": t("page.newFinding"),
    "/calendar": t("page.calendar"),
    "/questions": t("page.questions"),
    "/questions/new": t("page.newQuestion"),
    "/sample": t("page.sample"),
    "/entry-lag": t("page.entryLag"),
    "/exports": t("page.exports"),
    "/exports/verify": t("page.verify"),
    "/imports": t("page.imports"),
    "/views": t("page.views"),
    "/views/new": t("page.newView"),
    "*/edit": t("page.edit"),
  };
}
