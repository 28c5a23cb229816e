// Exports a large view of a register of a million pledges as CSV. Measures the download's rate against COPY of the same
// rows, and the growth of the application's memory.
import { once } from "node:events";
import { mkdirSync, readFileSync } from "node:fs";
import http from "node:http";
import path from "node:path";
import type pg from "pg";
import { withClient } from "@/scripts/database/client.mjs";
import { copyDatabase, type TestServer } from "@/scripts/testing/databases.mjs";
import { pledgeLinesAsked } from "@/lib/db/queries/pledges/pledge-csv";
import type { Sql } from "@/lib/db/sql/sql";
import { parsePledgeFilter } from "@/lib/pledges/pledges/asked";
import { copiedUp } from "../data/copied-up";
import { benchRegister } from "../data/register";
import { serveRegister } from "../server";
import { numberCell, printTable } from "../report/table";
import { turnsIn } from "../turns";

export const CSV = "csv";

/** The promised share of COPY's rate, and limit on memory growth. */
const PROMISED = { rate: 0.7, growthMb: 60 };
/** Filled through `write()`; the rest is copied from these. */
const FILLED = 10_000;
const TURNS = 3;

type Step = <T>(words: string, work: () => Promise<T>) => Promise<T>;

export async function benchCsv(
  server: TestServer,
  pledges: number,
  folder: string,
  step: Step,
): Promise<boolean> {
  const database = await copyDatabase(server);
  const { within, end } = turnsIn(database.appUrl);
  try {
    const filled = Math.min(FILLED, pledges);
    const register = await step(`Filling a register with ${numberCell(filled)} pledges`, () =>
      within(() => benchRegister(filled, database.ownerUrl)),
    );
    await step(`Copying them up to ${numberCell(pledges)}`, () => copiedUp(database.ownerUrl, pledges));
    const own = path.join(folder, CSV);
    mkdirSync(own);
    const application = await serveRegister({ ...process.env, DATABASE_URL: database.appUrl, DATA_DIR: own });
    try {
      return await step("Measuring", () =>
        withClient(database.appUrl, (client) =>
          measured(client, { ...application, cookie: register.cookie, pledges }),
        ),
      );
    } finally {
      await application.stop();
    }
  } finally {
    await end();
    await database.drop();
  }
}

interface Served {
  url: string;
  pid: number;
  cookie: string;
  pledges: number;
}

async function measured(client: pg.Client, served: Served): Promise<boolean> {
  // A first run before measuring: what it loads and caches doesn't count as growth.
  await download(served, "?participant=FR&priority=3");
  const rows: Turn[] = [];
  for (let turn = 0; turn < TURNS; turn += 1)
    rows.push({
      copied: await timed(() => client.query(copyOf(question()))),
      ...(await downloadWhole(served)),
    });
  const ratios = rows.map(({ copied, seconds }) => copied / seconds);
  const [ratio, growth] = [median(ratios), Math.max(...rows.map(({ growthMb }) => growthMb))];
  printTable(
    ["", "rows", "MB", "COPY", "CSV", "rate", "grew by"],
    rows.map((row, turn) => [
      String(turn + 1),
      numberCell(row.lines),
      numberCell(Math.round(row.bytes / 1e6)),
      `${row.copied.toFixed(1)} s`,
      `${row.seconds.toFixed(1)} s`,
      (row.copied / row.seconds).toFixed(2),
      `${row.growthMb.toFixed(0)} MB`,
    ]),
  );
  const whole = rows.every(({ lines }) => lines === served.pledges);
  const isMet = whole && ratio >= PROMISED.rate && growth <= PROMISED.growthMb;
  console.log(
    `CSV at ${ratio.toFixed(2)} of COPY’s rate (at least ${String(PROMISED.rate)}), growing by ${growth.toFixed(0)} MB (at most ${String(PROMISED.growthMb)}): ${isMet ? "kept" : "NOT KEPT"}`,
  );
  return isMet;
}

interface Turn extends Download {
  copied: number;
}

interface Download {
  seconds: number;
  bytes: number;
  lines: number;
  growthMb: number;
}

async function downloadWhole(served: Served): Promise<Download> {
  const before = residentMb(served.pid);
  let peak = before;
  const watching = setInterval(() => (peak = Math.max(peak, residentMb(served.pid))), 200);
  const began = performance.now();
  const { bytes, lines } = await download(served, "?voided=with").finally(() => clearInterval(watching));
  return { bytes, lines, seconds: (performance.now() - began) / 1_000, growthMb: peak - before };
}

/** Counted as it arrives, and not stored. Generated cells have no line breaks, so lines are rows. */
async function download({ url, cookie }: Served, query: string): Promise<Pick<Download, "bytes" | "lines">> {
  const request = http.get(`${url}/api/v1/pledges.csv${query}`, { headers: { cookie } });
  const [response] = (await once(request, "response")) as [http.IncomingMessage];
  if (response.statusCode !== 200) throw new Error(`answered ${String(response.statusCode)}`);
  let [bytes, lines] = [0, -1];
  for await (const chunk of response as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    for (let at = chunk.indexOf(10); at >= 0; at = chunk.indexOf(10, at + 1)) lines += 1;
  }
  return { bytes, lines };
}

function question(): Sql {
  const filter = parsePledgeFilter(new URLSearchParams("voided=with"));
  if (!filter.ok) throw new Error(JSON.stringify(filter.refusal));
  return pledgeLinesAsked(filter.value, new Date().toISOString().slice(0, 10));
}

/** COPY takes no parameters. The driver reads the data and drops it. */
function copyOf({ strings, values }: Sql): string {
  const text = strings.reduce((all, part, index) => `${all}${literal(values[index - 1])}${part}`);
  return `COPY (${text}) TO STDOUT`;
}

const literal = (value: unknown): string =>
  Array.isArray(value)
    ? `ARRAY[${value.map(literal).join(",")}]`
    : `'${String(value).replaceAll("'", "''")}'`;

async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return (performance.now() - began) / 1_000;
}

function residentMb(pid: number): number {
  const [, kilobytes = "0"] =
    /^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${String(pid)}/status`, "utf8")) ?? [];
  return Number(kilobytes) / 1_024;
}

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;
