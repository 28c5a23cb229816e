// How long others wait for their pages while the graph and smallest sets are computed. A pledge changes all
// the time, so that nothing stays cached. The baseline: the same pages under the same changes, while nobody
// asks for either.
import { setTimeout as wait } from "node:timers/promises";
import { LIST } from "../pages";
import { timesOf, type Times } from "../report/figures";
import { numberCell, printTable } from "../report/table";
import type { Served } from "../subjects";

export const OTHERS = "others";

/** Ratio of the 95th percentiles: as much as two runs of the same thing differ on a busy machine. */
const MOST = 1.25;
const EVERY_MS = 1_000;
/** How many requests of others in a row, before the other way has its turn. */
const BLOCK = 20;

/** Returns whether the promise is met at the largest register. */
export async function benchOthers(served: readonly Served[], rounds: number): Promise<boolean> {
  const measured = [];
  for (const one of served) measured.push(await measure(one, rounds));
  printTable(
    ["a list of others, while", "pledges", "alone", "graph and sets worked out", "95th", "worked out"],
    measured.map(({ size, without, with: withLoad, times, workedOut }) => [
      "pledges change",
      numberCell(size),
      timesCell(without),
      timesCell(withLoad),
      `${times.toFixed(2)} ×`,
      numberCell(workedOut),
    ]),
  );
  const last = measured.at(-1);
  const isKept = last !== undefined && last.times <= MOST && last.workedOut > 0;
  console.log(
    `Milliseconds: median (95th of a hundred). Others wait at most ${String(MOST)} × as long: ${isKept ? "kept" : "NOT KEPT"}.`,
  );
  return isKept;
}

async function measure({ size, url, register, within }: Served, rounds: number) {
  const get = async (address: string): Promise<string> => {
    const response = await fetch(`${url}${address}`, { headers: { cookie: register.cookie } });
    const text = await response.text();
    if (!response.ok) throw new Error(`${address} answered ${String(response.status)}`);
    return text;
  };
  const needs = JSON.parse(await get("/api/v1/requirements")) as { items: { reference: string }[] };
  const [reference] = needs.items.map((one) => one.reference);
  if (reference === undefined) throw new Error("no requirement to ask about");
  const addresses = ["/api/v1/conditions/graph", `/api/v1/requirements/${reference}/smallest-sets`];
  const samples: { with: number[]; without: number[] } = { with: [], without: [] };
  let workedOut = 0;
  for (let round = -1; round < rounds; round += 1)
    for (const way of ["without", "with"] as const) {
      const ended = new AbortController();
      const changing = (async () => {
        while (!ended.signal.aborted) {
          await within(register.change);
          if (way === "with") workedOut += (await Promise.all(addresses.map(get))).length;
          await wait(EVERY_MS, undefined, { signal: ended.signal }).catch(() => undefined);
        }
      })();
      for (let turn = 0; turn < BLOCK; turn += 1) {
        const start = performance.now();
        await get(`/pledges?${LIST}`);
        if (round >= 0) samples[way].push(performance.now() - start);
        await wait(EVERY_MS / 10);
      }
      ended.abort();
      await changing;
    }
  const [without, withLoad] = [timesOf(samples.without), timesOf(samples.with)];
  const times = without && withLoad ? withLoad.p95 / without.p95 : Infinity;
  return { size, without, with: withLoad, times, workedOut };
}

const timesCell = (one: Times | null): string =>
  one ? `${one.median.toFixed(1)} (${one.p95.toFixed(1)})` : "–";
