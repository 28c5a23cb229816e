// Far more writers than connections, none of which ever pauses: each is answered, if only that the register is busy.
import type { Chance } from "@/bench/data/chance";
import { insist, newAttempt, type Client, type Ground } from "./client";
import { logPledge, somePledge } from "./deeds";
import type { Member } from "./people";
import { aPiece } from "./piece";

export const WRITERS = 64;
export const POOL = 8;

/** Until `until`, on the instances of this ground. */
export async function crowd(
  people: readonly Member[],
  ground: Ground,
  chanceOf: (n: number) => Chance,
  until: number,
): Promise<void> {
  const writers = Array.from({ length: WRITERS }, async (_, n) => {
    const person = people[n % people.length];
    if (!person) return;
    const client: Client = { person, chance: chanceOf(n), ground };
    while (Date.now() < until) await write(client);
  });
  await Promise.all(writers);
}

async function write(client: Client): Promise<void> {
  if (client.chance.odds(0.2)) return logPledge(client);
  const isComment = client.chance.odds(0.5);
  const attempt = newAttempt(client, isComment ? "comment.written" : "pledge.evidence-added");
  const body = isComment ? { text: attempt.mark } : aPiece(client.chance, attempt.mark);
  const path = `/api/v1/pledges/${somePledge(client)}/${isComment ? "comments" : "evidence"}`;
  await insist(client, attempt, { method: "POST", path, body });
}
