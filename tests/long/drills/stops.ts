// Three stops under load: sixteen people write over connections they keep, and readiness is polled. No connection is
// reset, nothing acknowledged is lost, readiness announces the stop, and the log is sealed when the instance has left.
import { mkdtempSync, rmSync } from "node:fs";
import http from "node:http";
import os from "node:os";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { disconnect, pool } from "@/lib/db/client";
import { findSealing } from "@/lib/db/log/seal/proofs";
import { chance } from "@/bench/data/chance";
import { DESK, logPledge } from "../clients/deeds";
import type { Instance } from "../instance";
import { makePeople, type Member } from "../clients/people";
import { makeFolder, openRegister } from "../register";
import { hangUp } from "../clients/request";
import { countTraffic } from "../traffic";

const STOPS = 3;
const CLIENTS = 16;
const MOST_BETWEEN_MS = 1_900;

interface WriteLog {
  acknowledged: string[];
  wrong: string[];
}

async function main(): Promise<boolean> {
  const folder = mkdtempSync(path.join(os.tmpdir(), "register-stops-"));
  makeFolder(folder);
  const wrong: string[] = [];
  const register = await openRegister(folder, 1, (name) => void wrong.push(`${name} ended by itself`));
  try {
    const [instance] = register.instances;
    if (!instance) throw new Error("no instance");
    const people = await makePeople(instance, { desk: DESK, count: CLIENTS });
    const pledge = await somePledge(instance, people);
    const acknowledged = await stopUnderLoad(instance, people, pledge, wrong);
    const { rows } = await pool().query<{ text: string }>("SELECT text FROM comment");
    const recorded = new Set(rows.map(({ text }) => text));
    const lost = acknowledged.filter((text) => !recorded.has(text));
    if (lost.length > 0) wrong.push(`lost: ${lost.join(", ")}`);
    if (recorded.size !== rows.length) wrong.push("something was written twice");
    console.log(
      `${STOPS} stops, ${CLIENTS} clients: ${acknowledged.length} acknowledged, ${lost.length} lost, ${wrong.length} wrong`,
    );
    for (const line of wrong.slice(0, 20)) console.log(`  ${line}`);
    return wrong.length === 0;
  } finally {
    hangUp();
    await register.close();
    if (wrong.length === 0) rmSync(folder, { recursive: true, force: true });
    else console.log(`What the instance said is in ${folder}`);
  }
}

async function stopUnderLoad(
  instance: Instance,
  people: readonly Member[],
  pledge: string,
  wrong: string[],
): Promise<string[]> {
  const writeLog: WriteLog = { acknowledged: [], wrong };
  let isOver = false;
  const work = people.map((person, n) => write(instance, person, `${n}`, pledge, writeLog, () => isOver));
  for (let stop = 1; stop <= STOPS; stop += 1) {
    const before = writeLog.acknowledged.length;
    while (writeLog.acknowledged.length < before + 3 * CLIENTS) await pause(50);
    let hasLeft = false;
    const watched = readinessUntil(instance, () => hasLeft);
    const began = Date.now();
    await instance.stop();
    hasLeft = true;
    const codes = await watched;
    if (!codes.includes("instance-stopping"))
      wrong.push(`stop ${stop}: readiness only said ${codes.join(", ")}`);
    const { unsealed } = await findSealing();
    if (unsealed > 0) wrong.push(`stop ${stop}: ${unsealed} entries were not sealed`);
    console.log(`stop ${stop}: left after ${Date.now() - began} ms`);
    await instance.start();
  }
  isOver = true;
  await Promise.all(work);
  return writeLog.acknowledged;
}

/** Writes comments over one kept connection, each again with its key until it is acknowledged. */
async function write(
  instance: Instance,
  { cookie }: Member,
  name: string,
  pledge: string,
  { acknowledged, wrong }: WriteLog,
  isOver: () => boolean,
): Promise<void> {
  const agent = new http.Agent({ keepAlive: true, maxSockets: 1 });
  for (let turn = 0; !isOver(); turn += 1) {
    const text = `Heard by ${name}, turn ${turn}`;
    const body = JSON.stringify({ text });
    for (;;) {
      const answer = await ask(instance, agent, {
        method: "POST",
        path: `/api/v1/pledges/${pledge}/comments`,
        body,
        headers: { cookie, "idempotency-key": text, "content-type": "application/json" },
      });
      if (answer.status === 201) break;
      if (answer.status === null && answer.why !== "ECONNREFUSED") wrong.push(`${text}: ${answer.why}`);
      if (answer.status !== null && answer.status !== 503) wrong.push(`${text}: ${answer.status}`);
      if (isOver()) return agent.destroy();
      await pause(100);
    }
    acknowledged.push(text);
    await pause(Math.random() * MOST_BETWEEN_MS);
  }
  agent.destroy();
}

async function readinessUntil(instance: Instance, hasLeft: () => boolean): Promise<string[]> {
  const codes = new Set<string>();
  while (!hasLeft()) {
    const answer = await ask(instance, undefined, { method: "GET", path: "/api/health/ready" });
    if (answer.status !== null) {
      const { status, code } = JSON.parse(answer.text) as { status: string; code?: string };
      codes.add(code ?? status);
    }
    await pause(100);
  }
  return [...codes];
}

interface HttpRequest {
  method: string;
  path: string;
  body?: string;
  headers?: Record<string, string>;
}

type Answer = { status: number; text: string } | { status: null; why: string };

function ask(
  { port }: Instance,
  agent: http.Agent | undefined,
  { method, path: to, body, headers }: HttpRequest,
): Promise<Answer> {
  const origin = `http://127.0.0.1:${port}`;
  const length = body === undefined ? {} : { "content-length": String(Buffer.byteLength(body)) };
  return new Promise((resolve) => {
    const fail = (error: NodeJS.ErrnoException): void =>
      resolve({ status: null, why: error.code ?? error.message });
    http
      .request(
        `${origin}${to}`,
        { method, ...(agent && { agent }), headers: { origin, ...length, ...headers } },
        (response) => {
          let text = "";
          response.setEncoding("utf8");
          response.on("data", (piece: string) => (text += piece));
          response.once("error", fail);
          response.once("end", () => resolve({ status: response.statusCode ?? 0, text }));
        },
      )
      .once("error", fail)
      .end(body);
  });
}

async function somePledge(instance: Instance, people: readonly Member[]): Promise<string> {
  const officer = people.find(({ role }) => role === "OFFICER");
  if (!officer) throw new Error("no officer");
  const ground = {
    instances: [instance],
    traffic: countTraffic(),
    attempts: [],
    pledges: [] as string[],
    confirmed: new Map<string, number>(),
    until: Date.now() + 60_000,
  };
  await logPledge({ person: officer, chance: chance(1), ground });
  const [reference] = ground.pledges;
  if (reference === undefined) throw new Error("no pledge was logged");
  return reference;
}

try {
  process.exitCode = (await main()) ? 0 : 1;
} catch (error) {
  console.error(error);
  process.exitCode = 2;
} finally {
  await disconnect();
  process.exit();
}
