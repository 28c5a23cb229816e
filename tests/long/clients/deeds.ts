// What clients do all day. Each deed is one wish, whose mark is written where the record will show it.
import { dayOf, plusDays } from "@/lib/domain/base/day";
import { decideProposal, proposeStage } from "./decisions";
import { editPledge } from "./edit";
import { insist, newAttempt, read, type Client } from "./client";
import { aPiece } from "./piece";
import { bodyOf } from "./request";
import { confirmationMark } from "./attempt";

type Deed = (client: Client) => Promise<void>;

/** The desk of all officers. */
export const DESK = ["DE", "FR", "GB", "SE"] as const;

const DEEDS: readonly (readonly [weight: number, deed: Deed])[] = [
  [26, writeComment],
  [26, editPledge],
  [14, logPledge],
  [8, addEvidence],
  [6, confirmPledge],
  [6, proposeStage],
  [6, decideProposal],
  [8, look],
];

export const doSomething: Deed = (client) => client.chance.of(DECK)(client);

const DECK = DEEDS.flatMap(([weight, deed]) => Array<Deed>(weight).fill(deed));

async function writeComment(client: Client): Promise<void> {
  const attempt = newAttempt(client, "comment.written");
  const path = `/api/v1/pledges/${somePledge(client)}/comments`;
  await insist(client, attempt, { method: "POST", path, body: { text: `Heard again, ${attempt.mark}.` } });
}

export async function logPledge(client: Client): Promise<void> {
  const { chance, ground } = client;
  const attempt = newAttempt(client, "pledge.logged");
  const body = {
    participant: chance.of(DESK),
    priority: 1 + chance.upTo(4),
    title: `Pledge ${attempt.mark}`,
    stage: "PLEDGED",
    evidence: [aPiece(chance, "Said on the record.")],
    contributions: [
      {
        kind: "TROOPS",
        domain: "LAND",
        location: "IN_UKRAINE",
        quantity: { kind: "EXACT", min: 100, max: 100, unit: "PERSON", asStated: null },
      },
    ],
  };
  const answer = await insist(client, attempt, { method: "POST", path: "/api/v1/pledges", body });
  if (answer?.status === 201) ground.pledges.push(String(bodyOf(answer).reference));
}

async function addEvidence(client: Client): Promise<void> {
  const attempt = newAttempt(client, "pledge.evidence-added");
  const path = `/api/v1/pledges/${client.chance.of(client.ground.pledges)}/evidence`;
  await insist(client, attempt, {
    method: "POST",
    path,
    body: aPiece(client.chance, `It stands, ${attempt.mark}.`),
  });
}

async function confirmPledge(client: Client): Promise<void> {
  const { person, ground } = client;
  const reference = somePledge(client);
  const days = (ground.confirmed.get(reference) ?? 0) + 1;
  ground.confirmed.set(reference, days);
  const on = plusDays(dayOf(new Date().toISOString(), "UTC"), -days);
  const attempt = newAttempt(client, "pledge.confirmed", confirmationMark(reference, on, person.id));
  await insist(client, attempt, {
    method: "POST",
    path: `/api/v1/pledges/${reference}/confirm`,
    body: { on },
  });
}

const PAGES = [
  "/unresolved",
  "/coverage",
  "/pledges",
  "/mine",
  "/api/v1/unresolved",
  "/api/v1/pledges?limit=20",
];

async function look(client: Client): Promise<void> {
  await read(client, client.chance.of([...PAGES, `/pledges/${somePledge(client)}`]));
}

/** Every second one is among the few that everyone works on. */
export function somePledge({ chance, ground }: Client): string {
  return chance.odds(0.5) ? chance.of(ground.pledges.slice(0, 12)) : chance.of(ground.pledges);
}
