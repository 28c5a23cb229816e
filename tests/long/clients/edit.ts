// An edit as a careful person makes it: on the version that was read, again on top of what others changed meanwhile,
// and never twice if it is unknown whether it was made.
import {
  acknowledge,
  acknowledgementOf,
  isYes,
  newAttempt,
  once,
  read,
  versionIn,
  withKey,
  type Client,
} from "./client";
import { bodyOf, type Sent } from "./request";
import type { Attempt } from "./attempt";

const FIELDS = ["nextAction", "summary", "authorisedBy"] as const;

export async function editPledge(client: Client): Promise<void> {
  const { chance, ground } = client;
  const reference = chance.of(chance.odds(0.7) ? ground.pledges.slice(0, 12) : ground.pledges);
  const path = `/api/v1/pledges/${reference}`;
  const seen = await read(client, path);
  if (seen?.status !== 200) return;

  const field = chance.of(FIELDS);
  const attempt = newAttempt(client, "pledge.changed");
  const keyed = chance.odds(0.5);
  const edit = (version: number): Sent => {
    const sent: Sent = {
      method: "PATCH",
      path,
      body: { [field]: `Noted, ${attempt.mark}` },
      headers: { "if-match": `"${version}"` },
    };
    return keyed ? withKey(sent, attempt.mark) : sent;
  };
  const version = await settle(client, attempt, {
    field,
    keyed,
    version: versionIn(seen.headers.etag) ?? 0,
    edit,
    path,
  });
  if (keyed && version !== null) attempt.again = () => acknowledgementOf(client, edit(version));
  if (attempt.outcome === "acknowledged" && chance.odds(0.1)) await expectSeen(client, path, version ?? 0);
}

interface Edit {
  field: string;
  keyed: boolean;
  version: number;
  edit: (version: number) => Sent;
  path: string;
}

/** Returns the version that it was made on, or null if it wasn't made or that is unknown. */
async function settle(
  client: Client,
  attempt: Attempt,
  { field, keyed, edit, path, ...sentEdit }: Edit,
): Promise<number | null> {
  let { version } = sentEdit;
  let doubted = false;
  while (Date.now() < client.ground.until) {
    const answer = await once(client, edit(version));
    if (answer !== null && isYes(answer)) {
      acknowledge(attempt, answer);
      return version;
    }
    const problem = answer?.status === 409 ? bodyOf(answer) : {};
    if (problem.code === "version") {
      if (doubted && !keyed) return lookUp(client, attempt, path);
      const fields = problem.fields as string[];
      // Of two who wrote the same field, one gives up.
      if (fields.includes(field) && client.chance.odds(0.5)) {
        if (!doubted) attempt.outcome = "refused";
        return null;
      }
      version = Number(problem.current);
    } else if (
      answer !== null &&
      answer.status < 500 &&
      answer.status !== 429 &&
      problem.code !== "in-progress"
    ) {
      if (!doubted) attempt.outcome = "refused";
      return null;
    } else doubted ||= answer === null || answer.status >= 500;
  }
  return null;
}

/** Reads from the history whether it was made. If it isn't there, it may still come. */
async function lookUp(client: Client, attempt: Attempt, path: string): Promise<null> {
  const history = await read(client, `${path}/history?limit=200`);
  if (history?.text.includes(attempt.mark)) attempt.outcome = "acknowledged";
  return null;
}

/** A change acknowledged by one instance is seen at every other at once. */
async function expectSeen(client: Client, path: string, atLeast: number): Promise<void> {
  const seen = await read(client, path);
  if (seen?.status === 200 && (versionIn(seen.headers.etag) ?? 0) <= atLeast)
    client.ground.traffic.complain({
      kind: "seen too late",
      what: `${path}, which had become newer than ${atLeast}`,
    });
}
