// The demonstration compared with its own file, read here again without the code that loads it.
import { execFile } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import os from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { sealLog } from "@/lib/trust/checkpoints/sealing";
import { disconnect, pool } from "@/lib/db/client";
import { selectRecords } from "@/lib/db/statements/record-json";
import type { Pledge } from "@/lib/domain/pledge/pledge";
import { loadDemonstration } from "@/prisma/seed/load";
import { createTestDatabase } from "@/tests/support/registers/database";
import { processorTime } from "@/tests/support/processes/processor";
import { readFileAnew, type CoalitionFile, type Given } from "./given";

const ROOT = join(import.meta.dirname, "../..");
const PASSWORD = "a password for the tests";

let file: CoalitionFile;
let given: Given[];
let pledges: Pledge[];
let drop: () => Promise<void>;
let databaseUrl: string;
let loadedMs: number;

beforeAll(async () => {
  const database = await createTestDatabase();
  process.env.DATABASE_URL = databaseUrl = database.appUrl;
  drop = async () => {
    await disconnect();
    await database.drop();
  };
  loadedMs = await processorTime(() => loadDemonstration({ password: PASSWORD, say: () => undefined }));
  file = await readFileAnew();
  given = file.pledges.filter((pledge) => !pledge.afterDemoClock);
  pledges = await selectRecords(pool(), "pledge", "true", []);
});
afterAll(() => drop());

async function rows<Row>(text: string, values: unknown[] = []): Promise<Row[]> {
  return (await pool().query(text, values)).rows as Row[];
}

/** A pledge of the file is numbered among those of its cell by the moment it was logged. */
function onRecord(key: string): Pledge {
  const wanted = given.find((one) => one.key === key);
  const cell = given
    .filter((one) => one.participant === wanted?.participant && one.priority === wanted.priority)
    .sort((a, b) => ((a.steps[0]?.at ?? "") < (b.steps[0]?.at ?? "") ? -1 : 1));
  const reference = `${wanted?.participant}-${wanted?.priority}-${String(cell.findIndex((one) => one.key === key) + 1).padStart(3, "0")}`;
  const found = pledges.find((pledge) => pledge.reference === reference);
  if (!found) throw new Error(`${key} isn't on record as ${reference}`);
  return found;
}

describe("every pledge is in", () => {
  test("and no other", () => expect(pledges).toHaveLength(given.length));

  test("as it is at the demonstration's time", () => {
    for (const pledge of given) {
      const { reference, ...record } = onRecord(pledge.key);
      expect({ reference, ...record }).toMatchObject({
        reference,
        title: pledge.title,
        summary: pledge.summary,
        stage: pledge.stage,
        stageReason: pledge.stageReason,
        statedOn: pledge.statedOn,
        owner: pledge.owner,
        nextAction: pledge.nextAction,
        furtherApproval: pledge.furtherApproval,
        lastConfirmedOn: pledge.lastConfirmedOn,
        contributions: pledge.contributions.map(({ kind, quantity, money }) => ({ kind, quantity, money })),
      });
    }
  });

  test("with its evidence, each piece from its own source", () => {
    const publisher = new Map(file.sources.map((source) => [source.id, source.publisher]));
    for (const pledge of given) {
      const told = (kind: string, supports: boolean, claims: string | null, by: string | undefined) =>
        `${kind} ${supports} ${claims} ${by}`;
      expect(
        onRecord(pledge.key)
          .evidence.map((e) => told(e.kind, e.supports, e.claims, e.source.publisher))
          .sort(),
      ).toEqual(
        pledge.evidence.map((e) => told(e.kind, e.supports, e.claims, publisher.get(e.source))).sort(),
      );
    }
  });

  test("linked to what it replaced", () => {
    for (const { key, supersedes } of given) {
      if (supersedes) expect(onRecord(supersedes).supersededBy).toBe(onRecord(key).reference);
    }
  });

  test("with the approvals that serve it", async () => {
    const served = await rows<{ body: string; status: string; serves: string[] }>(
      `SELECT a.body, a.status, array_agg(p.reference ORDER BY p.reference) AS serves
         FROM approval a JOIN approval_pledge ap ON ap.approval_id = a.id JOIN pledge p ON p.id = ap.pledge_id
        WHERE ap.removed_in IS NULL GROUP BY a.id`,
    );
    const wanted = file.approvals.map(({ body, status, serves }) => ({
      body,
      status,
      serves: serves.map((key) => onRecord(key).reference).sort(),
    }));
    const order = (a: { body: string; serves: string[] }, b: { body: string; serves: string[] }) =>
      `${a.body} ${a.serves.join()}` < `${b.body} ${b.serves.join()}` ? -1 : 1;
    expect(served.sort(order)).toEqual(wanted.sort(order));
  });
});

test("the data's README names each pledge with an inferred condition, and no other", () => {
  const readme = readFileSync(join(ROOT, "prisma/seed/README.md"), "utf8");
  const waiting = /\| pledge \|[\s\S]*?\n\n/.exec(readme)?.[0] ?? "";
  const named = waiting.split("\n").flatMap((row) => row.split("|")[1]?.match(/[A-Z]{2}-\d-[a-z]/g) ?? []);
  const inferred = given.filter(({ key }) => JSON.stringify(onRecord(key).condition).includes('"INFERRED"'));
  expect(named.sort()).toEqual(inferred.map(({ key }) => key).sort());
});

test("a quantity that isn't known has no number", () => {
  const unknown = ["NOT_STATED", "QUALITATIVE", "NOT_APPLICABLE", "SEALED"];
  const lines = pledges
    .flatMap((pledge) => pledge.contributions)
    .filter(({ quantity }) => unknown.includes(quantity.kind));
  expect(lines.length).toBeGreaterThan(50);
  for (const { quantity } of lines) expect([quantity.min, quantity.max]).toEqual([null, null]);
});

describe("what the founding report says is on record as what it is", () => {
  const quotes = (key: string, retracted: boolean) =>
    onRecord(key).evidence.filter(
      (piece) => piece.quote !== null && (piece.retracted !== null) === retracted,
    );

  test("a quote that names no pledge of its country is retracted, moved or graded down, with a reason on record", async () => {
    for (const key of ["FR-3-a", "FR-2-a", "GB-3-a", "US-4-a"]) expect(quotes(key, false), key).toEqual([]);
    const kept = (key: string) =>
      quotes(key, false).map(({ field, credibility, quote }) => [field, credibility, quote]);
    expect(kept("DE-3-a")).toEqual([["approvals", 4, "many countries requiring parliamentary approval"]]);
    expect(kept("UA-4-a")).toEqual([
      [null, 2, "wary of any ceasefire that could give Russia time to regroup"],
      ["condition", 2, "Ukraine has pressed for firm guarantees from Washington"],
    ]);
    const events = await rows<{ reason: string; day: string }>(
      "SELECT reason, left(audit.instant(at), 10) AS day FROM audit.event WHERE action = 'pledge.evidence-retracted'",
    );
    expect(events).toHaveLength(6);
    expect(new Set(events.map(({ day }) => day))).toEqual(new Set(["2026-02-23"]));
    expect(events.filter(({ reason }) => reason.length < 40)).toEqual([]);
  });

  test("its own figures and plans are noted on the document, answered, and pledged by nobody", async () => {
    const found = await rows<{ text: string; publisher: string; entries: { does: string; text: string }[] }>(
      `SELECT f.text, s.publisher, f.entries FROM finding f JOIN source s ON f.about_key = s.id::text ORDER BY f.reference`,
    );
    expect(found.map(({ entries }) => entries.map(({ does }) => does))).toEqual([["answer"], ["answer"]]);
    expect(found[0]?.text).toMatch(/35 participants.*27 of them.*34 and 31.*nobody has settled/s);
    expect(found[0]?.entries[0]?.text).toMatch(/^Disputed/);
    expect(found[1]?.text).toContain("deconfliction mechanisms");
    expect(new Set(found.map(({ publisher }) => publisher))).toEqual(
      new Set(["News article based on agency reporting (publisher not stated)"]),
    );
    expect(onRecord("UA-2-a")).toMatchObject({
      stage: "SIGNALLED",
      summary: expect.stringContaining("first line of deterrence, by one report") as string,
    });
  });
});

describe("its past is dated", () => {
  const taken = (steps: Given["steps"]) => steps.filter((step) => step.act !== "propose");
  const proposing = () => given.flatMap(({ steps }) => steps.filter((step) => step.act === "propose"));

  test("each pledge's events have the moments of its steps", async () => {
    const events = await rows<{ id: string; at: string }>(
      "SELECT entity_id AS id, audit.instant(at) AS at FROM audit.event WHERE entity_type = 'pledge'",
    );
    for (const pledge of given) {
      const { id } = onRecord(pledge.key);
      const moments = [...new Set(events.filter((event) => event.id === id).map((event) => event.at))];
      const steps = taken(pledge.steps).filter((step) => step.do !== "comment" || step.set);
      expect(moments.sort()).toEqual(
        [...new Set(steps.map((step) => new Date(step.at).toISOString()))].sort(),
      );
    }
  });

  test("comments are in, with the moment they were written", async () => {
    const written = await rows<{ text: string; at: string }>(
      "SELECT text, audit.instant(created_at) AS at FROM comment",
    );
    const wanted = given.flatMap(({ steps }) =>
      steps.filter((step) => step.text).map(({ text, at }) => `${new Date(at).toISOString()} ${text}`),
    );
    expect(written.map(({ text, at }) => `${at} ${text}`).sort()).toEqual(wanted.sort());
  });

  test("only managers took the steps that need a decision, with their reasons", async () => {
    const steps = await rows<{ role: string; stage: string; reason: string | null }>(
      `SELECT actor_role AS role, payload::json #>> '{record,stage}' AS stage, reason FROM audit.event WHERE action = 'pledge.stage-set'`,
    );
    const decided = steps.filter((step) => step.stage !== "PLEDGED");
    expect(decided).toHaveLength(18);
    for (const step of decided) {
      expect(step.role).toBe("MANAGER");
      expect(step.reason).not.toBeNull();
    }
  });

  test("what needs a decision was proposed by one and approved by another, at the moments given", async () => {
    const proposals = await rows<{ status: string; made: string }>(
      "SELECT status, audit.instant(created_at) AS made FROM proposal WHERE proposer_id <> decider_id",
    );
    expect(proposals.map(({ made }) => made).sort()).toEqual(
      proposing()
        .map(({ at }) => new Date(at).toISOString())
        .sort(),
    );
    expect(new Set(proposals.map(({ status }) => status))).toEqual(new Set(["APPROVED"]));
  });

  test("nothing is recorded before it was published, and nothing after the clock", async () => {
    const late = await rows(
      `SELECT e.id FROM evidence e JOIN source s ON s.id = e.source_id WHERE s.published_on > (e.recorded_at AT TIME ZONE 'Europe/Kyiv')::date
       UNION SELECT id FROM source WHERE published_on > '2026-02-25'`,
    );
    const [last] = await rows<{ at: Date }>("SELECT max(at) AS at FROM audit.event");
    expect(late).toEqual([]);
    expect(last?.at.getTime()).toBeLessThanOrEqual(Date.parse(file.clock));
  });
});

describe("what is unresolved", () => {
  const counted = async (code: string): Promise<number> =>
    Number(
      (
        await rows<{ n: string }>(
          "SELECT count(*) AS n FROM unresolved_item WHERE code = $1 AND since <= '2026-02-25'",
          [code],
        )
      )[0]?.n,
    );
  const isOpen = (pledge: Given): boolean => ["SIGNALLED", "PLEDGED", "COMMITTED"].includes(pledge.stage);
  const isPledged = (pledge: Given): boolean => isOpen(pledge) && pledge.stage !== "SIGNALLED";

  test("a declined position is no gap, and a member without one is", async () => {
    const states = file.participants.filter(
      ({ kind, role }) => kind === "STATE" && (role === "CO_LEAD" || role === "MEMBER"),
    );
    const gone = ["LAPSED", "SUPERSEDED"];
    const gaps = states.flatMap(({ code }) =>
      [1, 2, 3, 4, 5].filter(
        (priority) =>
          !given.some((p) => p.participant === code && p.priority === priority && !gone.includes(p.stage)),
      ),
    );
    expect(await counted("NO_PLEDGE")).toBe(gaps.length);
    const ofDeclined = await rows(
      "SELECT FROM unresolved_item u JOIN pledge p ON p.reference = u.reference WHERE p.stage IN ('DECLINED', 'SUPERSEDED')",
    );
    expect(ofDeclined).toEqual([]);
    const since = await rows<{ since: string }>(
      "SELECT DISTINCT since::text FROM unresolved_item WHERE code = 'NO_PLEDGE'",
    );
    expect(since).toEqual([{ since: "2026-01-06" }]);
  });

  test("agrees with a count of the file", async () => {
    const vague = (pledge: Given): boolean =>
      pledge.contributions.length === 0 ||
      pledge.contributions.some(
        ({ quantity, money }) =>
          ["NOT_STATED", "QUALITATIVE"].includes((quantity as { kind: string }).kind) && !money,
      );
    const served = file.approvals.flatMap(({ status, serves }) => serves.map((key) => ({ key, status })));
    const openWith = (statuses: string[]): number =>
      given.filter(
        (p) => isOpen(p) && served.some(({ key, status }) => key === p.key && statuses.includes(status)),
      ).length;
    const disputed = given.filter(
      (p) => isOpen(p) && p.evidence.some((e) => !e.supports && e.claims !== null),
    );
    const stale = given.filter(
      (p) => isOpen(p) && (p.lastConfirmedOn ?? p.steps[0]?.at.slice(0, 10) ?? "") <= "2026-01-26",
    );
    const nobody = given.filter((p) => isOpen(p) && (p.owner === null || p.nextAction === null));
    expect({
      quantity: await counted("NO_QUANTITY"),
      pending: await counted("APPROVAL_PENDING"),
      unknown: await counted("APPROVAL_UNKNOWN"),
      disputed: await counted("DISPUTED"),
      stale: await counted("STALE"),
      owner: await counted("NO_OWNER"),
    }).toEqual({
      quantity: given.filter((p) => isPledged(p) && vague(p)).length,
      pending: openWith(["REQUIRED", "TABLED", "SCHEDULED"]),
      unknown: openWith(["UNKNOWN"]),
      disputed: disputed.length,
      stale: stale.length,
      owner: nobody.length,
    });
  });
});

test("the accounts are those of the contract, each with its desk", async () => {
  const accounts = await rows<{ email: string; role: string; desk: string[] }>(
    "SELECT email, role, desk FROM person ORDER BY email",
  );
  expect(accounts.map(({ email, role }) => `${email.split("@")[0]} ${role}`).sort()).toEqual([
    "admin ADMIN",
    "auditor AUDITOR",
    "manager MANAGER",
    "manager-2 MANAGER",
    "officer OFFICER",
    "officer-north OFFICER",
    "officer-south OFFICER",
  ]);
  expect(accounts.flatMap(({ desk }) => desk).sort()).toEqual(
    file.participants.map(({ code }) => code).sort(),
  );
});

test("the log is intact, and what is derived agrees with the record", async () => {
  const run = promisify(execFile);
  const dataDir = mkdtempSync(join(os.tmpdir(), "register-house-"));
  await sealLog({ dataDir, sinks: [] });
  const script = (name: string) =>
    run(process.execPath, ["--conditions=react-server", "--import", "tsx", `scripts/${name}.ts`], {
      cwd: ROOT,
      env: { ...process.env, DATABASE_URL: databaseUrl, DATA_DIR: dataDir },
    });
  expect((await script("verify/main")).stdout).toMatch(/^intact: /m);
  expect((await script("register/check-register")).stdout).toMatch(/^as derived: /m);
  rmSync(dataDir, { recursive: true });
});

test("a register that isn't empty is refused, and loading took less than 30 seconds", async () => {
  await expect(loadDemonstration({ password: PASSWORD, say: () => undefined })).rejects.toThrow(
    "isn't empty",
  );
  expect(loadedMs).toBeLessThan(30_000);
});
