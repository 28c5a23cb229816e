import { asOfHref } from "@/components/ui/address/as-of-href";
import type { Metadata } from "next";
import { InlineEdit } from "@/components/pledges/inline-edit/launcher";
import { OpenClaims } from "@/components/pledges/links/open-claims";
import { OpenSuggestions } from "@/components/pledges/suggestions/open-suggestions";
import { MyDesk } from "@/components/workspace/mine/desk";
import { Handovers } from "@/components/workspace/mine/handovers";
import { MineHeadline } from "@/components/workspace/mine/headline";
import { OpenHandovers } from "@/components/workspace/mine/open-handovers";
import { MyProposals } from "@/components/workspace/mine/proposals";
import { MineSections } from "@/components/workspace/mine/sections";
import type { UrgencySection } from "@/components/workspace/mine/urgency";
import { EmptyState } from "@/components/ui/ledger/empty-state";
import { readerLanguage, requireActorPage } from "@/lib/auth/page";
import { holds, mayKeepRecords, type Actor } from "@/lib/domain/people/actor";
import { dayOf, plusDays, type Instant } from "@/lib/domain/base/day";
import { handoverState, type KnownHandover } from "@/lib/domain/people/handover";
import { loadHandovers, loadOpenHandovers } from "@/lib/people/handovers/queries";
import { translator } from "@/lib/i18n/translator";
import { loadClaimsOnDesk } from "@/lib/pledges/pledges/queries";
import { loadSuggestedToDesk } from "@/lib/pledges/suggestions/queries";
import { loadOwnProposals } from "@/lib/review/proposals/queries";
import { loadSettings } from "@/lib/workspace/settings/queries";
import { loadUnresolved } from "@/lib/unresolved/unresolved/queries";
import { parseUnresolvedFilter } from "@/lib/unresolved/unresolved/filter";
import { RefusedAndNoted } from "../refused";
import { loadAsking } from "../unresolved/asking";
import { loadNames } from "../names";
import { loadOwn } from "./own-items";

const t = translator("mine");

export async function generateMetadata(): Promise<Metadata> {
  await readerLanguage();
  return { title: titleFor((await requireActorPage()).actor) };
}

export default async function MinePage() {
  const { actor, at } = await requireActorPage();
  const [own, proposals, handovers, offered, suggested, claims, names, desk, { timeZone }] =
    await Promise.all([
      loadOwn(actor, at),
      loadOwnProposals(actor, at),
      loadTaken(actor, at),
      loadOpenHandovers(actor),
      loadSuggestedToDesk(actor, at),
      loadClaimsOnDesk(actor, at),
      loadNames(actor, at),
      loadDesk(actor, at),
      loadSettings(),
    ]);
  if (!own.ok) return <RefusedAndNoted refusal={own.refusal} home="/mine" />;
  if (!proposals.ok) return <RefusedAndNoted refusal={proposals.refusal} home="/mine" />;

  const today = dayOf(at, timeZone);
  const sections = own.value;
  const asking = await loadAsking(
    actor,
    sections.flatMap(({ items }) => items),
    { at, today },
  );
  const { returned, waiting } = proposals.value;
  const shared = { me: actor.id, at, timeZone };
  return (
    <>
      <div className="head">
        <h1>{titleFor(actor)}</h1>
        {actor.desk.length > 0 ? (
          <a className="btn" href={asOfHref("/mine/hand-over")}>
            {t("handover.link")}
          </a>
        ) : null}
      </div>
      <Handovers handovers={handovers} names={names.participants} at={at} timeZone={timeZone} />
      <OpenHandovers handovers={offered} names={names.participants} />
      <OpenSuggestions
        suggestions={suggested}
        named
        mayAnswer={({ pledge }) => holds(actor, pledge.split("-")[0] ?? "")}
        at={at}
        timeZone={timeZone}
      />
      <OpenClaims claims={claims} names={names.participants} />
      <MyProposals which="returned" proposals={returned} {...shared} />
      <MyProposals which="waiting" proposals={waiting} {...shared} />
      {sections.length === 0 ? (
        returned.length + waiting.length + suggested.length + claims.length === 0 ? (
          <EmptyState title={t("nothing.title")} text={t("nothing.text")} />
        ) : null
      ) : (
        <>
          <MineHeadline
            email={actor.email}
            items={sum(sections)}
            late={sum(sections.filter(({ urgency }) => urgency === "OVERDUE"))}
          />
          {mayKeepRecords(actor) ? <InlineEdit account={actor.id} owners={names.owners} /> : null}
          <MineSections sections={sections} email={actor.email} asking={asking} today={today} />
        </>
      )}
      {desk?.ok ? <MyDesk desk={actor.desk} groups={desk.value.groups} today={today} /> : null}
    </>
  );
}

const sum = (sections: readonly UrgencySection[]): number =>
  sections.reduce((total, { count }) => total + count, 0);

const titleFor = ({ role }: Actor): string => t(role === "OFFICER" ? "title.OFFICER" : "title.other");

/** Unresolved items on the actor's desk, by reason; null without a desk. */
async function loadDesk(actor: Actor, at: Instant) {
  if (actor.desk.length === 0) return null;
  const filter = parseUnresolvedFilter(
    new URLSearchParams({ participant: actor.desk.join(","), limit: "1" }),
  );
  return filter.ok ? loadUnresolved(actor, filter.value, at) : filter;
}

const HANDOVER_DAYS = 14;

/** Desks recently handed over to the actor. */
async function loadTaken(actor: Actor, at: Instant): Promise<KnownHandover[]> {
  const found = await loadHandovers(actor, { limit: 20 }, at);
  const from = plusDays(at.slice(0, 10), -HANDOVER_DAYS);
  const isTaken = (one: KnownHandover) =>
    one.toId === actor.id && one.createdAt >= from && handoverState(one) === "MADE";
  return found.ok ? found.value.filter(isTaken) : [];
}
