// An edit as a careful person makes it: on the version that was read, again on top of what others changed meanwhile,
// and never twice if it is unknown whether it was made.
import {
  acknowledge,
  acknowledgementOf,
  isYes,
  newWish,
  once,
  read,
  versionIn,
  withKey,
  type Client,
} from "./client";
import { bodyOf, type Sent } from "./request";
import type { Wish } from "./attempt";

const FIELDS = ["nextAction", "summary", "authorisedBy"] as const;

export async function editPledge(client: Client): Promise<void> {
  const { chance, ground } = client;
  const reference = chance.of(chance.odds(0.7) ? ground.pledges.slice(0, 12) : ground.pledges);
  const path = `/api/v1/pledges/${reference}`;
  const seen = await read(client, path);
  if (seen?.status !== 200) return;

  const field = chance.of(FIELDS);
  const wish = newWish(client, "pledge.changed");
  const keyed = chance.odds(0.5);
  const edit = (version: number): Sent => {
    const sent: Sent = {
      method: "PATCH",
      path,
      body: { [field]: `Noted, ${wish.mark}` },
      headers: { "if-match": `"${version}"` },
    };
    return keyed ? withKey(sent, wish.mark) : sent;
  };
  const version = await settle(client, wish, {
    field,
    keyed,
    version: versionIn(seen.headers.etag) ?? 0,
    edit,
    path,
  });
  if (keyed && version !== null) wish.again = () => acknowledgementOf(client, edit(version));
  if (wish.outcome === "acknowledged" && chance.odds(0.1)) await expectSeen(client, path, version ?? 0);
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
  wish: Wish,
  { field, keyed, edit, path, ...held }: Edit,
): Promise<number | null> {
  let { version } = held;
  let doubted = false;
  while (Date.now() < client.ground.until) {
    const answer = await once(client, edit(version));
    if (answer !== null && isYes(answer)) {
      acknowledge(wish, answer);
      return version;
    }
    const said = answer?.status === 409 ? bodyOf(answer) : {};
    if (said.code === "version") {
      if (doubted && !keyed) return lookUp(client, wish, path);
      const fields = said.fields as string[];
      // Of two who wrote the same field, one gives up.
      if (fields.includes(field) && client.chance.odds(0.5)) {
        if (!doubted) wish.outcome = "refused";
        return null;
      }
      version = Number(said.current);
    } else if (
      answer !== null &&
      answer.status < 500 &&
      answer.status !== 429 &&
      said.code !== "in-progress"
    ) {
      if (!doubted) wish.outcome = "refused";
      return null;
    } else doubted ||= answer === null || answer.status >= 500;
  }
  return null;
}

/** Reads from the history whether it was made. If it isn't there, it may still come. */
async function lookUp(client: Client, wish: Wish, path: string): Promise<null> {
  const history = await read(client, `${path}/history?limit=200`);
  if (history?.text.includes(wish.mark)) wish.outcome = "acknowledged";
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
