import type { Metadata } from "next";
import { Desk } from "@/components/mine/desk";
import { Headline } from "@/components/mine/headline";
import { Nothing } from "@/components/mine/nothing";
import { Sections } from "@/components/mine/sections";
import type { UrgencySection } from "@/components/mine/urgency";
import { Refused } from "@/components/shell/refused";
import { requireActorPage } from "@/lib/auth/page";
import type { Actor } from "@/lib/domain/actor";
import { dayOf, type Instant } from "@/lib/domain/day";
import { translator } from "@/lib/i18n/translator";
import { loadSettings } from "@/lib/settings/queries";
import { loadUnresolved } from "@/lib/unresolved/queries";
import { parseUnresolvedFilter } from "@/lib/unresolved/schema";
import { loadOwn } from "./load-own";

const t = translator("mine");

export async function generateMetadata(): Promise<Metadata> {
  return { title: titleFor((await requireActorPage()).actor) };
}

export default async function MinePage() {
  const { actor, at } = await requireActorPage();
  const [own, desk, { timeZone }] = await Promise.all([
    loadOwn(actor, at),
    loadDesk(actor, at),
    loadSettings(),
  ]);
  if (!own.ok) return <Refused refusal={own.refusal} home="/mine" />;

  const today = dayOf(at, timeZone);
  const sections = own.value;
  return (
    <>
      <div className="head">
        <h1>{titleFor(actor)}</h1>
      </div>
      {sections.length === 0 ? (
        <Nothing />
      ) : (
        <>
          <Headline
            email={actor.email}
            items={sum(sections)}
            late={sum(sections.filter(({ urgency }) => urgency === "OVERDUE"))}
          />
          <Sections sections={sections} email={actor.email} today={today} />
        </>
      )}
      {desk?.ok ? <Desk desk={actor.desk} groups={desk.value.groups} today={today} /> : null}
    </>
  );
}

const sum = (sections: readonly UrgencySection[]): number =>
  sections.reduce((total, { count }) => total + count, 0);

const titleFor = ({ role }: Actor): string => t(role === "OFFICER" ? "title.OFFICER" : "title.other");

/** What is open on an officer's desk, by reason; other roles have none. */
async function loadDesk(actor: Actor, at: Instant) {
  if (actor.desk.length === 0) return null;
  const filter = parseUnresolvedFilter(
    new URLSearchParams({ participant: actor.desk.join(","), limit: "1" }),
  );
  return filter.ok ? loadUnresolved(actor, filter.value, at) : filter;
}
