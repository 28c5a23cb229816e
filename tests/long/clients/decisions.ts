// Some clients propose and others decide, several at the same time.
import { insist, newAttempt, read, versionIn, type Client } from "./client";
import { aPiece } from "./piece";
import { bodyOf } from "./request";

export async function proposeStage(client: Client): Promise<void> {
  const { chance, ground } = client;
  const path = `/api/v1/pledges/${chance.of(ground.pledges)}`;
  const seen = await read(client, path);
  if (seen?.status !== 200 || bodyOf(seen).stage !== "PLEDGED") return;
  const attempt = newAttempt(client, "proposal.made");
  const body = {
    to: "COMMITTED",
    reason: `They have written, ${attempt.mark}.`,
    evidence: [aPiece(chance, "A note has come.", "NOTE_VERBALE")],
  };
  const headers = { "if-match": seen.headers.etag ?? "" };
  await insist(client, attempt, { method: "POST", path: `${path}/stage`, body, headers });
}

export async function decideProposal(client: Client): Promise<void> {
  const { chance, person } = client;
  if (person.role !== "MANAGER") return;
  const list = await read(client, "/api/v1/proposals?limit=20");
  if (list?.status !== 200) return;
  const { items } = bodyOf(list) as {
    items: { id: string; reference: string; proposedBy: { name: string } }[];
  };
  const waiting = items.filter(({ proposedBy }) => proposedBy.name !== person.name);
  if (waiting.length === 0) return;

  const { id, reference } = chance.of(waiting);
  const seen = await read(client, `/api/v1/pledges/${reference}`);
  const decision = chance.odds(0.7) ? "APPROVE" : "RETURN";
  const attempt = newAttempt(client, decision === "APPROVE" ? "proposal.approved" : "proposal.returned");
  const body = { decision, note: `Looked at, ${attempt.mark}.`, seen: versionIn(seen?.headers.etag) ?? 1 };
  await insist(client, attempt, { method: "POST", path: `/api/v1/proposals/${id}/decision`, body });
}
