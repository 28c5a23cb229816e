import { z } from "zod";
import { one } from "@/lib/api/answer";
import { anyone, operation } from "@/lib/api/operation";
import { type FoundPlace, MOST_PLACES, placesFound } from "@/lib/domain/details/place";
import { place } from "@/lib/workspace/places/answers";
import { placeParameters } from "@/lib/workspace/places/filter";
import { translator } from "@/lib/i18n/translator";
import { pagesFor } from "@/components/workspace/palette/pages";
import { asReader, mayReadRegister, type Actor } from "@/lib/domain/people/actor";
import { isPast, type NowOrAsOf } from "@/lib/domain/base/as-of";
import { ok, type Result } from "@/lib/domain/base/result";
import type { SavedView } from "@/lib/domain/people/saved-view";
import { everyName } from "@/lib/domain/people/renaming";
import { participantName } from "@/lib/i18n/words/participant-name";
import { loadParticipantList } from "@/lib/people/participants/queries";
import { parsePledgeFilter } from "@/lib/pledges/pledges/asked";
import { loadPledges } from "@/lib/pledges/pledges/queries";
import { loadRequirementNames } from "@/lib/requirements/queries";
import { loadTriggers } from "@/lib/conditions/triggers/queries";
import { loadViews } from "@/lib/workspace/views/queries";

export const placeOperations = [
  operation({
    method: "GET",
    path: "/places",
    summary: "Find pages and records by words",
    may: anyone,
    query: placeParameters,
    asOf: true,
    answer: one(z.object({ items: z.array(place) }), (items: FoundPlace[]) => ({ items })),
    run: ({ actor, query, when }) => loadPlaces(actor, query, when),
  }),
];

/** Pages, actions and saved views; with search words also records that match, a few of each kind. */
async function loadPlaces(
  actor: Actor,
  { q }: { q: string | null },
  at: NowOrAsOf,
): Promise<Result<FoundPlace[]>> {
  const views = await loadViews(actor, { page: null });
  const own = [
    ...pagesFor(actor, isPast(at) ? asReader(actor) : actor),
    ...(views.ok ? views.value.map((view) => placeOfView(actor, view)) : []),
  ];
  const pages = placesFound(own, q);
  if (q === null) return ok(pages);
  const records = await Promise.all([
    findParticipants(actor, q, at),
    ...(mayReadRegister(actor)
      ? [findPledges(actor, q, at), findTriggers(actor, q, at), findRequirements(actor, q, at)]
      : []),
  ]);
  return ok([...pages, ...records].flat());
}

const placeOfView = (actor: Actor, { name, address, owner }: SavedView): FoundPlace => ({
  kind: "VIEW",
  href: address,
  title: name,
  detail: owner.id === actor.id ? null : owner.name,
});

type Finding = (actor: Actor, q: string, at: NowOrAsOf) => Promise<FoundPlace[]>;

/** A word that is a participant's code finds that participant's pledges first, then pledges whose text has it. */
const findPledges: Finding = async (actor, q, at) => {
  const [, code] = /^([a-z]{2,4})(-[\d-]*)?$/i.exec(q) ?? [];
  const asked = [...(code === undefined ? [] : [{ q, participant: code.toUpperCase() }]), { q }];
  const found = await Promise.all(asked.map((view) => listPledges(actor, view, at)));
  const unique = new Map(found.flat().map((place) => [place.href, place]));
  return [...unique.values()].slice(0, MOST_PLACES);
};

async function listPledges(actor: Actor, view: Record<string, string>, at: NowOrAsOf): Promise<FoundPlace[]> {
  const filter = parsePledgeFilter(new URLSearchParams({ ...view, limit: String(MOST_PLACES) }));
  const found = filter.ok ? await loadPledges(actor, filter.value, at) : filter;
  if (!found.ok) return [];
  return found.value.items.map(({ reference, title, handling }) => ({
    kind: "PLEDGE",
    href: `/pledges/${reference}`,
    title,
    detail: handling === "COALITION" ? `${reference} ${translator("form")("coalitionOnly")}` : reference,
  }));
}

/** By any of their names, earlier ones too, since users type them in their own language. */
const findParticipants: Finding = async (actor, q, at) => {
  const found = await loadParticipantList(actor, at);
  if (!found.ok) return [];
  const names = new Map(found.value.map((one) => [one.code, everyName(one)]));
  const places = found.value.map((participant) => ({
    kind: "PARTICIPANT" as const,
    href: `/participants/${participant.code}`,
    title: participantName(participant),
    detail: participant.code,
  }));
  return placesFound(places, q, ({ detail }) => names.get(detail) ?? []).slice(0, MOST_PLACES);
};

const findTriggers: Finding = async (actor, q, at) => {
  const found = await loadTriggers(actor, at);
  if (!found.ok) return [];
  const places = found.value.map(({ code, title }) => ({
    kind: "TRIGGER" as const,
    href: `/conditions/${code}`,
    title,
    detail: code,
  }));
  return placesFound(places, q).slice(0, MOST_PLACES);
};

const findRequirements: Finding = async (actor, q, at) => {
  const found = await loadRequirementNames(actor, at);
  if (!found.ok) return [];
  const places = found.value.map(({ reference, title }) => ({
    kind: "REQUIREMENT" as const,
    href: `/requirements/${reference}`,
    title,
    detail: reference,
  }));
  return placesFound(places, q).slice(0, MOST_PLACES);
};
