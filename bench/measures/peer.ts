// Asks the register and Directus the same questions, in turns, on one server. See bench/peers/README.md.
import { statSync } from "node:fs";
import type pg from "pg";
import { withClient } from "@/scripts/database/client.mjs";
import { LIST } from "../pages";
import { startDirectus, type Peer } from "../peers/directus";
import { copyTables, SCHEMA } from "../peers/tables";
import { timesOf } from "../report/figures";
import { printTable } from "../report/table";
import { CROWD, takeTurns, type RoundWay } from "../rounds";
import { stageChange } from "./stage-change";
import type { Served } from "../subjects";

export const PEER = "peer";

export interface PeerOptions {
  /** Where Directus was installed. */
  folder: string;
  /** The Node that runs it. */
  node: string;
}

interface Subject {
  name: string;
  own: RoundWay["ready"];
  peer: RoundWay["ready"];
  /** The most that ours may take, as a share of the other's median: alone, and with sixteen at once. */
  most: readonly [number, number];
}

/** Returns whether all is as promised. */
export async function benchPeer(
  served: Served & { ownerUrl: string },
  { folder, node }: PeerOptions,
  rounds: number,
): Promise<boolean> {
  if (!statSync(folder).isDirectory()) throw new Error(`${folder} is no folder`);
  await copyTables(served.ownerUrl);
  const peer = await startDirectus(folder, node, served.ownerUrl);
  try {
    const ids = await withClient(served.ownerUrl, idsOf(served));
    const subjects = subjectsOf(served, peer, ids);
    const ways = subjects.flatMap(({ name, own, peer: other }) => [
      { name: `${name} own`, ready: own },
      { name: `${name} peer`, ready: other },
    ]);
    const { alone, crowd, failed } = await takeTurns(ways, rounds, () => undefined);
    for (const { name, why } of failed.slice(0, 5)) console.error(`Failed: ${name}:`, why);
    let isMet = failed.length === 0;
    const rows = subjects.flatMap(({ name, most }) =>
      [alone, crowd].map((times, index) => {
        const [own, other] = [
          timesOf(times.get(`${name} own`) ?? []),
          timesOf(times.get(`${name} peer`) ?? []),
        ];
        const ratio = own && other ? own.median / other.median : Infinity;
        const limit = most[index] ?? Infinity;
        isMet &&= ratio <= limit;
        return [
          name,
          String(index === 0 ? 1 : CROWD),
          timesCell(own),
          timesCell(other),
          `${ratio.toFixed(2)} ×`,
          `≤ ${limit.toFixed(2)}`,
        ];
      }),
    );
    printTable(["", "at once", "register", "Directus", "ratio", "promised"], rows);
    console.log("Milliseconds: median (95th of a hundred).\n");
    return (await comparedDownload(served, peer)) && isMet;
  } finally {
    await peer.stop();
  }
}

const timesCell = (times: ReturnType<typeof timesOf>): string =>
  times ? `${times.median.toFixed(1)} (${times.p95.toFixed(1)})` : "–";

const idsOf =
  ({ register }: Served) =>
  async (client: pg.Client): Promise<{ example: string; rising: string[] }> => {
    const { rows } = await client.query<{ id: string; reference: string }>(
      `SELECT id, reference FROM ${SCHEMA}.pledge WHERE reference = $1 OR reference = ANY ($2)`,
      [register.examplePledge, register.rising],
    );
    return {
      example: rows.find(({ reference }) => reference === register.examplePledge)?.id ?? "",
      rising: rows.filter(({ reference }) => reference !== register.examplePledge).map(({ id }) => id),
    };
  };

function subjectsOf(served: Served, peer: Peer, ids: { example: string; rising: string[] }): Subject[] {
  const own = (address: string) => repeated(() => read(served, address));
  const other = (address: string) => repeated(async () => (await peer.ask("GET", address)).text());
  const { url, register, within, raw } = served;
  let turn = 0;
  return [
    {
      name: "status change with event",
      own: stageChange({ url, register, within, raw }).own,
      peer: (count) => {
        const changed = Array.from({ length: count }, () => ids.rising[turn++ % ids.rising.length] ?? "");
        const stage = Math.floor(turn / ids.rising.length) % 2 === 0 ? "PLEDGED" : "SIGNALLED";
        return Promise.resolve(
          changed.map((id) => async () => (await peer.ask("PATCH", `/items/pledge/${id}`, { stage })).text()),
        );
      },
      most: [1, 1 / 1.3],
    },
    {
      name: "pledge with history",
      own: own(`/api/v1/pledges/${register.examplePledge}?history=50`),
      peer: other(
        `/items/pledge/${ids.example}?fields=*,contributions.*,evidences.*,evidences.source_id.*,unresolveds.*,events.*&deep[events][_sort]=-id&deep[events][_limit]=50`,
      ),
      most: [1.2, 1],
    },
    {
      name: "list with filter, search and total",
      own: own(`/api/v1/pledges?${LIST}`),
      peer: other(
        "/items/pledge?filter[stage][_in]=SIGNALLED,PLEDGED,COMMITTED&search=air&sort=-updated_at&limit=50&fields=*,contributions.*,unresolveds.code&meta=filter_count",
      ),
      most: [0.35, 0.35],
    },
    {
      name: "unresolved (our page)",
      own: own("/unresolved"),
      peer: other(
        "/items/unresolved?aggregate[count]=*&groupBy[]=code&groupBy[]=participant&groupBy[]=priority&limit=-1",
      ),
      most: [1 / 8, 1 / 8],
    },
    {
      name: "coverage (our page)",
      own: own("/coverage"),
      peer: other(
        "/items/pledge?aggregate[count]=*&groupBy[]=participant&groupBy[]=priority&groupBy[]=stage&filter[voided_at][_null]=true&limit=-1",
      ),
      most: [1 / 3, 1 / 3],
    },
  ];
}

const repeated =
  (call: () => Promise<unknown>): RoundWay["ready"] =>
  async (count) => {
    await call();
    return Array.from({ length: count }, () => call);
  };

async function read({ url, register }: Served, address: string): Promise<string> {
  const response = await fetch(`${url}${address}`, {
    headers: { cookie: register.cookie },
    redirect: "manual",
  });
  if (response.status !== 200) throw new Error(`${address} answered ${String(response.status)}`);
  return response.text();
}

const TURNS = 3;
/** With related records, Directus asks for those of a hundred thousand pledges at once, and fails. */
const OWN_COLUMNS =
  "id,reference,participant,priority,title,summary,stage,stage_set_on,stated_on,due_on,owner,next_action,handling,last_confirmed_on,created_at,updated_at";

/** Promised: four times the other's rate, and the first byte within 200 ms. */
async function comparedDownload(served: Served, peer: Peer): Promise<boolean> {
  const cookie = served.register.cookie;
  const ways = {
    register: () => fetch(`${served.url}/api/v1/pledges.csv?voided=with`, { headers: { cookie } }),
    Directus: () => peer.ask("GET", `/items/pledge?export=csv&limit=-1&fields=${OWN_COLUMNS}`),
  };
  const samples: Record<string, { first: number; rate: number; mb: number }[]> = {};
  for (let turn = 0; turn < TURNS; turn += 1)
    for (const [name, ask] of Object.entries(ways)) (samples[name] ??= []).push(await download(ask));
  const middle = (name: string) => (samples[name] ?? []).toSorted((a, b) => a.rate - b.rate)[TURNS >> 1];
  const [own, other] = [middle("register"), middle("Directus")];
  printTable(
    ["all pledges as CSV", "MB", "MB a second", "first byte after"],
    Object.keys(ways).map((name) => {
      const one = middle(name);
      return [
        name,
        (one?.mb ?? 0).toFixed(1),
        (one?.rate ?? 0).toFixed(1),
        `${(one?.first ?? 0).toFixed(0)} ms`,
      ];
    }),
  );
  const ratio = own && other ? own.rate / other.rate : 0;
  console.log(`CSV at ${ratio.toFixed(1)} × the other’s rate (4 promised).`);
  return ratio >= 4 && (own?.first ?? Infinity) <= 200;
}

async function download(ask: () => Promise<Response>): Promise<{ first: number; rate: number; mb: number }> {
  const began = performance.now();
  const response = await ask();
  let [first, bytes] = [0, 0];
  for await (const part of response.body ?? []) {
    if (bytes === 0) first = performance.now() - began;
    bytes += (part as Uint8Array).length;
  }
  const seconds = (performance.now() - began) / 1_000;
  return { first, rate: bytes / 1e6 / seconds, mb: bytes / 1e6 };
}
