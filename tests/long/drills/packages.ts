// Packages that are asked for in the storm: every file ever seen under the name of one is complete, and in the end the
// outcome of each job agrees with the record.
import { randomUUID } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { findSealing } from "@/lib/db/log/seal/proofs";
import { buildData, type ExportRequest } from "@/lib/exports/build";
import { hashOf } from "@/lib/exports/folder";
import { writeManifest } from "@/lib/exports/pack";
import { askDatabase } from "@/scripts/database/client.mjs";
import { packagesIn, type Lying } from "../../support/files/whole-packages";
import { once, withKey, type Client } from "../clients/client";
import { DESK } from "../clients/deeds";
import type { Complaint } from "../traffic";

const ASKED_EVERY_MS = 4_000;
const EVERY_MS = 2_000;
/** Twice as long as a job lies before another worker takes it over, and the time to make it. */
const PATIENCE_MS = 120_000;
const REBUILT = 5;

/** Managers ask for parts in turn. Whether a request was accepted doesn't matter: its outcome shows in the end. */
export async function askForPackages(clients: readonly Client[], until: number): Promise<void> {
  const managers = clients.filter(({ person }) => person.role === "MANAGER");
  for (let n = 0; Date.now() < until; n += 1) {
    const client = managers[n % managers.length];
    if (client) await askForPackage(client, until);
    await pause(ASKED_EVERY_MS);
  }
}

/** Until it is answered. */
async function askForPackage(client: Client, until: number): Promise<void> {
  const { chance } = client;
  const isDesk = chance.odds(0.5);
  const body = {
    what: isDesk ? "PARTICIPANT" : "REGISTER",
    filter: isDesk ? chance.of(DESK) : `priority=${1 + chance.upTo(4)}`,
    purpose: "A question from outside",
  };
  const sent = withKey({ method: "POST", path: "/api/v1/exports", body }, randomUUID());
  for (let answer = await once(client, sent); Date.now() < until; answer = await once(client, sent))
    if (answer !== null && answer.status < 500) return;
}

export interface Watchman {
  /** Of what was seen so far; each file is checked once. */
  complaints: Complaint[];
  seen: Set<string>;
  end(): Promise<void>;
}

/** Looks at the folder again and again, whatever happens to its writers. */
export function watchPackages(dataDir: string): Watchman {
  const watchman = { complaints: [] as Complaint[], seen: new Set<string>() };
  let on = true;
  const round = async (): Promise<void> => {
    while (on) {
      await look(dataDir, watchman).catch(() => undefined);
      await pause(EVERY_MS);
    }
  };
  const watching = round();
  return {
    ...watchman,
    end: async () => {
      on = false;
      await watching;
      await look(dataDir, watchman);
    },
  };
}

async function look(
  dataDir: string,
  { seen, complaints }: Pick<Watchman, "seen" | "complaints">,
): Promise<void> {
  const { keys } = await findSealing();
  for (const { name, fault } of await packagesIn(dataDir, keys, { but: seen })) {
    seen.add(name);
    if (fault !== null) complaints.push({ kind: "no whole package", what: `${name}: ${fault}` });
  }
}

interface Job {
  reference: string;
  state: string;
  attempts: number;
  fault: string | null;
  name: string | null;
  view: { what: string; asked: unknown };
  asOf: string;
  position: number;
  manifestSha256: string | null;
}

/** Waits until all jobs have ended: their outcomes, in a line, and what is wrong with them. */
export async function settlePackages(
  dataDir: string,
  ownerUrl: string,
): Promise<{ report: string; complaints: Complaint[] }> {
  const jobs = await finishedJobs(ownerUrl);
  const { keys } = await findSealing();
  const lying = new Map((await packagesIn(dataDir, keys)).map((one) => [one.name, one]));
  const count = (state: string): number => jobs.filter((job) => job.state === state).length;
  const again = jobs.filter(({ attempts }) => attempts > 1);
  const rebuilt = again.filter(({ state }) => state === "DONE").slice(0, REBUILT);
  return {
    report: `${count("DONE")} made, ${again.length} of all taken up again, ${count("FAILED")} given up, ${count("WAITING") + count("RUNNING")} left`,
    complaints: [
      ...jobs.flatMap((job) => wrongWith(job, lying)),
      ...(await Promise.all(rebuilt.map(comesToTheSame))).flat(),
    ],
  };
}

async function finishedJobs(ownerUrl: string): Promise<Job[]> {
  const until = Date.now() + PATIENCE_MS;
  for (;;) {
    const jobs = (await askDatabase(ownerUrl, JOBS)) as Job[];
    const isOver = jobs.every(({ state }) => state !== "WAITING" && state !== "RUNNING");
    if (isOver || Date.now() > until) return jobs;
    await pause(1_000);
  }
}

const JOBS = `
  SELECT 'EX-' || lpad(number::text, 4, '0') AS reference, state, attempts, fault, view, audit.instant(as_of) AS "asOf",
         position::float8 AS position, 'EX-' || lpad(number::text, 4, '0') || '.' || left(j.sha256, 16) || '.zip' AS name,
         (SELECT e.payload::json -> 'record' ->> 'manifestSha256' FROM audit.event e
           WHERE e.entity_type = 'export' AND e.entity_id = j.id::text) AS "manifestSha256"
    FROM export_job j ORDER BY number`;

function wrongWith({ reference, state, fault, name }: Job, lying: ReadonlyMap<string, Lying>): Complaint[] {
  const kind = "an export came to no good end";
  // In a storm, a job may be given up after its last attempt.
  if (state === "FAILED") return fault === "not-made" ? [] : [{ kind, what: `${reference}: ${fault}` }];
  if (state !== "DONE") return [{ kind, what: `${reference} is ${state}` }];
  const file = lying.get(name ?? "");
  if (!file) return [{ kind, what: `${reference}: its file is missing` }];
  return file.fault === null ? [] : [{ kind, what: `${reference}: ${file.fault}` }];
}

/** Built again from the log, its data must have the hash that is on record. */
async function comesToTheSame({
  reference,
  view,
  asOf,
  position,
  manifestSha256,
}: Job): Promise<Complaint[]> {
  const folder = mkdtempSync(path.join(os.tmpdir(), "register-again-"));
  try {
    const asked = { view: view as ExportRequest["view"], asOf, position };
    await buildData(folder, asked, () => Promise.resolve());
    await writeManifest(folder);
    const { sha256 } = await hashOf(path.join(folder, "manifest-sha256.txt"));
    return sha256 === manifestSha256 ? [] : [{ kind: "a package came to something else", what: reference }];
  } finally {
    rmSync(folder, { recursive: true });
  }
}
