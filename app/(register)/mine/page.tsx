import { Markup } from "@/components/ui/page/markup/markup";
import { asOfHref } from "@/components/ui/address/as-of-href";
import { viewHref } from "@/components/ui/address/view-href";
import { InlineEdit } from "@/components/pledges/inline-edit/launcher";
import { OpenClaims } from "@/components/pledges/links/open-claims";
import { OpenSuggestions } from "@/components/pledges/suggestions/open-suggestions";
import { DeskBar } from "@/components/workspace/mine/desk-bar";
import { ChangedSince } from "@/components/workspace/mine/changed";
import { MyCountries } from "@/components/workspace/mine/countries";
import { DueThisWeek } from "@/components/workspace/mine/due";
import { HandedRows } from "@/components/workspace/mine/handed-rows";
import { Handovers } from "@/components/workspace/mine/handovers";
import { MineHeadline } from "@/components/workspace/mine/headline";
import { OpenHandovers } from "@/components/workspace/mine/open-handovers";
import { MyProposals } from "@/components/workspace/mine/proposals";
import { PasteText } from "@/components/workspace/mine/paste";
import { Stale } from "@/components/workspace/mine/stale";
import { EmptyState } from "@/components/ui/ledger/empty-state";
import { buttonLook } from "@/components/ui/looks";
import { NoScript } from "@/components/ui/page/no-script";
import { PageHead } from "@/components/ui/page/page-head";
import { Section } from "@/components/ui/page/section";
import { requireActorPage } from "@/lib/auth/page";
import { holds, mayKeepRecords, type Actor } from "@/lib/domain/people/actor";
import { plusDays, type Instant } from "@/lib/domain/base/day";
import { startOf } from "@/lib/domain/base/moment";
import { handoverState, type KnownHandover } from "@/lib/domain/people/handover";
import { loadHandedToDesk } from "@/lib/imports/queries";
import { registerDay, registerZone } from "@/lib/i18n/register-zone";
import { isDeskByGroups, loadHandovers, loadOpenHandovers } from "@/lib/people/handovers/queries";
import { currentMessages, translator } from "@/lib/i18n/translator";
import { loadChangedByOthers } from "@/lib/pledges/desk/queries";
import { loadClaimsOnDesk } from "@/lib/pledges/pledges/queries";
import { loadSuggestedToDesk } from "@/lib/pledges/suggestions/queries";
import { askedTogether } from "@/lib/workspace/pages/queries";
import { loadUnresolved } from "@/lib/unresolved/unresolved/queries";
import { parseUnresolvedFilter } from "@/lib/unresolved/unresolved/asked";
import { RefusedAndNoted } from "../refused";
import { loadQuestionContext } from "../unresolved/question-context";
import { loadNames } from "../names";
import { deskFigures, loadDeskToday, shownFirst } from "./desk-today";
import { titled } from "../../titled";

const t = translator("mine");

export const generateMetadata = titled(async () => titleFor((await requireActorPage()).actor));

export default async function MinePage() {
  const { actor, at } = await requireActorPage();
  const today = registerDay(at);
  const since = plusDays(today, -1);
  const [desk, handed, handovers, offered, suggested, claims, names, open, changed, isByGroups] =
    await askedTogether(() =>
      Promise.all([
        loadDeskToday(actor, today, at),
        loadHandedToDesk(actor),
        loadReceivedHandovers(actor, at),
        loadOpenHandovers(actor),
        loadSuggestedToDesk(actor),
        loadClaimsOnDesk(actor),
        loadNames(actor, at),
        loadDesk(actor, at),
        loadChangedByOthers(actor, { since: startOf(since, registerZone()), limit: CHANGED }),
        isDeskByGroups(actor.id),
      ]),
    );
  if (!desk.ok) return <RefusedAndNoted refusal={desk.refusal} home="/mine" />;
  const { returned, waiting, due, stale } = desk.value;
  const shown = shownFirst(desk.value);
  const others = { ...changed, items: changed.items.filter(({ reference }) => !shown.has(reference)) };
  const questionContext = await loadQuestionContext(
    actor,
    stale.groups.flatMap(({ pledges }) => pledges),
    { at, today },
  );
  const shared = { me: actor.id, at };
  const parts = [due.steps, stale.groups, returned, waiting, offered, suggested, handed, claims];
  const isNothing = parts.every(({ length }) => length === 0);
  return (
    <>
      <PageHead title={titleFor(actor)}>
        {actor.desk.length > 0 && !isByGroups ? (
          <a className={buttonLook()} href={asOfHref("/mine/hand-over")}>
            {t("handover.link")}
          </a>
        ) : null}
      </PageHead>
      {isNothing ? null : (
        <Markup>
          <MineHeadline {...deskFigures(desk.value)} />
        </Markup>
      )}
      <div
        className={`max-xl:gap-8 max-md:gap-0 ${actor.desk.length > 0 ? "cols max-xl:grid-cols-[minmax(0,1fr)_280px] max-md:grid-cols-1" : ""}`}
      >
        <div>
          <Handovers handovers={handovers} names={names.participants} at={at} />
          {isNothing ? <EmptyState title={t("nothing.title")} text={t("nothing.text")} /> : null}
          <MyProposals which="returned" proposals={returned} {...shared} />
          <OpenHandovers handovers={offered} names={names.participants} />
          <HandedRows files={handed} names={names.participants} />
          <Markup>
            <OpenSuggestions
              suggestions={suggested}
              named
              mayAnswer={({ pledge }) => holds(actor, pledge.split("-")[0] ?? "")}
              at={at}
            />
          </Markup>
          <OpenClaims claims={claims} names={names.participants} />
          {mayKeepRecords(actor) ? <InlineEdit owners={names.possibleOwners} /> : null}
          <Markup>
            <DueThisWeek
              steps={due.steps}
              total={due.total}
              rest={due.rest}
              actor={actor}
              names={names.participants}
              today={today}
            />
          </Markup>
          <Markup>
            <ChangedSince {...{ changed: others, since, at }} desk={actor.desk} names={names.participants} />
          </Markup>
          <Markup>
            <Stale {...stale} {...{ actor, questionContext, today }} />
          </Markup>
          <MyProposals which="waiting" proposals={waiting} {...shared} />
          {mayKeepRecords(actor) ? (
            <p className="mt-6">
              <a
                className="inlinelink print:hidden"
                href={asOfHref(viewHref("/unresolved", { owner: actor.email }))}
              >
                {t("all")}
              </a>
            </p>
          ) : null}
          {mayKeepRecords(actor) ? <DeskBar actor={actor} owners={names.possibleOwners} /> : null}
        </div>
        {actor.desk.length > 0 ? (
          <div>
            <Section id="mine-paste" title={t("paste.title")}>
              <NoScript>{currentMessages().form.noScript}</NoScript>
              <PasteText words={currentMessages().mine.paste} />
            </Section>
            {open?.ok ? (
              <Markup>
                <MyCountries desk={actor.desk} groups={open.value.groups} names={names.participants} />
              </Markup>
            ) : null}
            {isByGroups ? <p className="mt-2 text-caption text-muted">{t("handover.byGroups")}</p> : null}
          </div>
        ) : null}
      </div>
    </>
  );
}

const CHANGED = 8;
const titleFor = ({ role }: Actor): string => t(role === "OFFICER" ? "title.OFFICER" : "title.other");

/** How many items of each participant on the actor's desk are unresolved; null without a desk. */
async function loadDesk(actor: Actor, at: Instant) {
  if (actor.desk.length === 0) return null;
  const filter = parseUnresolvedFilter(
    new URLSearchParams({ participant: actor.desk.join(","), group: "participant", limit: "1" }),
  );
  return filter.ok ? loadUnresolved(actor, filter.value, at) : filter;
}

const HANDOVER_DAYS = 14;

/** Desks recently handed over to the actor. */
async function loadReceivedHandovers(actor: Actor, at: Instant): Promise<KnownHandover[]> {
  const found = await loadHandovers(actor, { limit: 20 });
  const from = plusDays(at.slice(0, 10), -HANDOVER_DAYS);
  const isReceived = (one: KnownHandover) =>
    one.toId === actor.id && one.createdAt >= from && handoverState(one) === "MADE";
  return found.ok ? found.value.filter(isReceived) : [];
}
