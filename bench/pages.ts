// The measured pages: their addresses, their twins (bare pages with the same rows), and what they load.
import { loadDeskToday } from "@/app/(register)/mine/desk-today";
import { loadNames } from "@/app/(register)/names";
import { loadUnresolvedView } from "@/app/(register)/unresolved/view";
import { loadManagersPage } from "@/app/managers-page";
import { WHOLE_UNRESOLVED } from "@/components/unresolved/unresolved/view";
import { LIFETIME } from "@/lib/auth/session";
import { loadCoverage } from "@/lib/unresolved/coverage/queries";
import { seeSession } from "@/lib/db/state";
import type { Instant } from "@/lib/domain/base/day";
import type { PledgeFilter } from "@/lib/domain/details/pledge-filter";
import type { ProposalFilter } from "@/lib/domain/proposals/proposal";
import type { Priority } from "@/lib/domain/base/priority";
import type { Result } from "@/lib/domain/base/result";
import { loadFigures } from "@/lib/unresolved/figures/queries";
import { loadHandovers } from "@/lib/people/handovers/queries";
import { loadParticipant, loadParticipantList } from "@/lib/people/participants/queries";
import { loadDeciders } from "@/lib/people/people/queries";
import { parsePledgeFilter } from "@/lib/pledges/pledges/asked";
import { loadCellPledges, loadHistory, loadPledge, loadPledges } from "@/lib/pledges/pledges/queries";
import { proposalQuery } from "@/lib/review/proposals/filter";
import { loadProposals, loadReview } from "@/lib/review/proposals/queries";
import { loadSettings } from "@/lib/workspace/settings/queries";
import { now, type BenchRegister } from "./data/register";

export interface Page {
  name: string;
  twin: string;
  /** Null where the register is too small for it. */
  address: (register: BenchRegister) => Promise<string | null>;
  /** What the page at its address loads, without its frame. */
  load: (register: BenchRegister, at: Instant, address: string) => Promise<unknown>;
}

/** Fifty pledges, by a filter and a search word, the latest first. */
export const LIST = "stage=SIGNALLED,PLEDGED,COMMITTED&q=air&sort=-updatedAt";
const FAR = 60;
export const FAR_LIST = `page ${String(FAR)}`;

export const PAGES: readonly Page[] = [
  {
    name: "home",
    twin: "/bench/home",
    address: () => Promise.resolve("/"),
    load: ({ manager }, at) => Promise.all([loadManagersPage(manager, at), loadNames(manager, at)]),
  },
  {
    name: "unresolved",
    twin: "/bench/unresolved",
    address: () => Promise.resolve("/unresolved"),
    load: ({ manager }, at) => loadUnresolvedView(manager, WHOLE_UNRESOLVED, null, at),
  },
  {
    name: "coverage",
    twin: "/bench/coverage",
    address: () => Promise.resolve("/coverage"),
    load: ({ manager }, at) => Promise.all([loadCoverage(manager, at), loadParticipantList(manager, at)]),
  },
  {
    name: "list",
    twin: "/bench/pledges",
    address: () => Promise.resolve(`/pledges?${LIST}`),
    load: listed,
  },
  {
    name: FAR_LIST,
    twin: "/bench/pledges",
    address: farPage,
    load: listed,
  },
  {
    name: "pledge",
    twin: "/bench/pledge",
    address: ({ examplePledge }) => Promise.resolve(`/pledges/${examplePledge}`),
    load: ({ manager, examplePledge }, at) =>
      Promise.all([
        loadPledge(manager, examplePledge, at),
        loadHistory(manager, examplePledge, { cursor: null, limit: 50 }, at),
        loadParticipant(manager, examplePledge.split("-")[0] ?? "", at),
        loadCellPledges(manager, benchCell(examplePledge), 20, at),
        loadNames(manager, at),
      ]),
  },
  {
    name: "mine",
    twin: "/bench/mine",
    address: () => Promise.resolve("/mine"),
    load: ({ manager }, at) =>
      Promise.all([
        loadDeskToday(manager, at.slice(0, 10), at),
        loadHandovers(manager, { limit: 20 }),
        loadNames(manager, at),
      ]),
  },
  {
    name: "review",
    twin: "/bench/review",
    address: () => Promise.resolve("/review"),
    load: ({ manager }, at) => Promise.all([loadProposals(manager, waiting()), loadNames(manager, at)]),
  },
  {
    name: "proposal",
    twin: "/bench/proposal",
    address: ({ proposal }) => Promise.resolve(`/review/${proposal}`),
    load: ({ manager, proposal }, at) =>
      Promise.all([
        loadReview(manager, proposal, waiting(), at),
        loadDeciders(manager),
        loadNames(manager, at),
      ]),
  },
];

/** The queries that every page makes: the reader, the register's settings, and the figures of the rail. */
export const loadFrame = ({ manager, session }: BenchRegister, at: Instant): Promise<unknown> =>
  Promise.all([seeSession(session, LIFETIME), loadSettings(), loadFigures(manager, at)]);

export function benchCell(reference: string): { participant: string; priority: Priority } {
  const [participant = "", priority] = reference.split("-");
  return { participant, priority: Number(priority) as Priority };
}

export const benchFilter = (query: string): PledgeFilter =>
  value(parsePledgeFilter(new URLSearchParams(query)));

export const waiting = (): ProposalFilter => value(proposalQuery.parse(new URLSearchParams()));

export function value<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.refusal));
  return result.value;
}

function listed({ manager }: BenchRegister, at: Instant, address: string): Promise<unknown> {
  const filter = benchFilter(address.slice(address.indexOf("?") + 1));
  return Promise.all([loadPledges(manager, filter, at), loadNames(manager, at)]);
}

async function farPage({ manager }: BenchRegister): Promise<string | null> {
  const at = await now();
  let query = LIST;
  for (let page = 1; page < FAR; page += 1) {
    const { next } = value(await loadPledges(manager, benchFilter(query), at));
    if (next === null) return null;
    query = `${LIST}&cursor=${next}`;
  }
  return `/pledges?${query}`;
}
