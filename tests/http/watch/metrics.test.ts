// /metrics: by its token alone, in numbers that agree with the database, and with nobody's name in a label.
import { readFileSync } from "node:fs";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { accessNoted, noteAccess } from "@/lib/auth/access-log";
import { poolFigures } from "@/lib/db/state";
import { noteSealing } from "@/lib/db/log/seal/copies";
import { measure, metricsAnswer, serveWorkerMetrics } from "@/lib/http/health/metrics";
import { vitalMetrics } from "@/lib/http/health/vital-gauges";
import { env } from "@/lib/platform/env";
import { answeredRequests, jobRuns } from "@/lib/platform/watch/channels";
import { metricsHere, startMetrics } from "@/lib/platform/watch/metrics";
import { openRegister, type TestRegister } from "../../db/register";
import { freePort } from "../../support/processes/free-port";

const TOKEN = "a token of sixteen letters and more";
let register: TestRegister;
let later = performance.now();

beforeAll(async () => {
  register = await openRegister({ demonstration: false });
});
afterAll(async () => {
  delete env().METRICS_TOKEN;
  delete env().WORKER_METRICS;
  delete env().LOG_STREAM;
  await register.close();
});

test("without a token in the settings nothing is measured", async () => {
  expect(await metricsAnswer(`Bearer ${TOKEN}`)).toBeNull();
  expect(serveWorkerMetrics()).toBeNull();
  // Another file of this process may have measured it.
  const before = metricsHere();
  await measure("web");
  expect(metricsHere()).toBe(before);
});

test("with a token in the settings this process is measured", async () => {
  env().METRICS_TOKEN = TOKEN;
  await measure("web");
  expect(await metricsIn()).toMatch(/^register_build_info\{version="[\d.]+",process="web"\} 1$/m);
});

test.each([null, "", TOKEN, "Bearer ", `Bearer ${TOKEN}x`, `Basic ${TOKEN}`, `Bearer ${TOKEN.slice(1)}`])(
  "%s is refused as authorization",
  async (authorization) => {
    const answer = await metricsAnswer(authorization);
    expect([answer?.status, answer?.headers.get("www-authenticate")]).toEqual([
      401,
      'Bearer realm="metrics"',
    ]);
    expect(await answer?.text()).not.toContain("register_");
  },
);

test("requests are counted by route, method and status, and timed", async () => {
  const one = {
    request: "of-this-one",
    method: "POST",
    route: "/api/v1/pledges",
    status: 201,
    ms: 30,
    isWhole: true,
  };
  answeredRequests.publish(one);
  answeredRequests.publish({ ...one, status: 422, ms: 700 });
  answeredRequests.publish({ ...one, status: 422, isWhole: false });
  const text = await metricsIn();
  const labels = 'route="/api/v1/pledges",method="POST"';
  expect(numberOf(text, `register_http_requests_total{${labels},status="201"}`)).toBe(1);
  expect(numberOf(text, `register_http_requests_total{${labels},status="422"}`)).toBe(2);
  expect(numberOf(text, `register_http_requests_left_total`)).toBe(1);
  expect(numberOf(text, `register_http_request_seconds_bucket{le="0.05",${labels}}`)).toBe(1);
  expect(numberOf(text, `register_http_request_seconds_count{${labels}}`)).toBe(2);
  expect(text).not.toContain("of-this-one");
});

test("sign-ins and refusals are counted by their code, without the person", async () => {
  const note = {
    personId: "0197-somebody",
    account: "a1b2",
    session: null,
    request: null,
    address: "192.0.2.1",
  };
  noteAccess({ ...note, kind: "SIGN_IN_FAILED", code: "wrong", method: "POST", path: "/sign-in" });
  noteAccess({ ...note, kind: "REFUSAL", code: "role", method: "GET", path: "/audit" });
  const text = await metricsIn();
  expect(numberOf(text, 'register_access_total{kind="SIGN_IN_FAILED",code="wrong"}')).toBe(1);
  expect(numberOf(text, 'register_access_total{kind="REFUSAL",code="role"}')).toBe(1);
  expect(text).not.toMatch(/0197-somebody|a1b2|192\.0\.2\.1|\/audit/);
});

test("the metrics have the connections of the pool, and how many it may have", async () => {
  await accessNoted();
  const text = await metricsIn();
  const [pool] = poolFigures();
  expect(numberOf(text, 'register_pool_most{pool="changes"}')).toBe(pool?.most);
  expect(text).toMatch(/^register_pool_connections\{pool="changes",state="(in_use|idle)"\} \d+$/m);
  expect(numberOf(text, 'register_pool_waiting{pool="changes"}')).toBe(0);
});

test("the log's head and what isn't sealed are as the database has them", async () => {
  const { rows } = await register.owner.query<{ seq: number; waits: number }>(
    `SELECT h.seq::int AS seq, extract(epoch FROM now() - e.recorded_at)::float8 AS waits
       FROM audit.head h, audit.event e WHERE e.seq = 1`,
  );
  const text = await vitals();
  expect(numberOf(text, "register_database_up")).toBe(1);
  expect(numberOf(text, "register_log_head")).toBe(rows[0]?.seq);
  expect(numberOf(text, "register_log_unsealed_entries")).toBe(rows[0]?.seq);
  expect(numberOf(text, "register_log_unsealed_seconds")).toBeGreaterThanOrEqual(rows[0]?.waits ?? Infinity);
});

test("the metrics have sealing that waits, a witness that refuses, jobs, mails and webhooks", async () => {
  await noteSealing("behind", 3);
  await register.owner.query(`
    INSERT INTO checkpoint_witness (verifier_key, address, tried_at, fault) VALUES
      ('a.example/w+1+x', 'https://a.example', now(), 'inconsistent'), ('b.example/w+1+x', 'https://b.example', now(), 'unreachable'),
      ('c.example/w+1+x', 'https://c.example', now(), NULL);
    INSERT INTO account_mail (id, person_id, kind, attempts, next_at, fault, created_at)
      SELECT gen_random_uuid(), id, 'POWER', 1, now(), 'refused', now() FROM person;
    INSERT INTO webhook (id, person_id, name, url, types, secret, position, next_at, paused, made_at)
      SELECT gen_random_uuid(), p.id, 'x', 'https://x.example', '{}', 's', 1, now(), paused, now()
        FROM person p, (VALUES (NULL), ('PERSON')) h (paused);
    INSERT INTO export_job (id, number, person_id, person_name, view, purpose, as_of, chosen, position, state, created_at, finished_at)
      SELECT gen_random_uuid(), n, p.id, 'Ada', '{}', 'x', now(), false, 1, state, now(), CASE WHEN state = 'FAILED' THEN now() - days * interval '1 day' END
        FROM person p, (VALUES (1, 'WAITING', 0), (2, 'FAILED', 0), (3, 'FAILED', 2)) j (n, state, days)`);
  const text = await vitals();
  expect(numberOf(text, 'register_sealing_fault{fault="behind"}')).toBe(1);
  expect(numberOf(text, 'register_sealing_fault{fault="failed"}')).toBe(0);
  expect(numberOf(text, 'register_witnesses_failing{how="refusing"}')).toBe(1);
  expect(numberOf(text, 'register_witnesses_failing{how="otherwise"}')).toBe(1);
  expect(numberOf(text, 'register_mails_failing{kind="account"}')).toBe(1);
  expect(numberOf(text, "register_webhooks_behind")).toBe(1);
  expect(numberOf(text, "register_webhooks_paused")).toBe(1);
  expect(numberOf(text, "register_webhook_entries_behind")).toBe(numberOf(text, "register_log_head") - 1);
  expect(numberOf(text, 'register_jobs_waiting{kind="export"}')).toBe(1);
  expect(numberOf(text, 'register_jobs_failed{kind="export"}')).toBe(1);
  expect(text).not.toMatch(/Ada|example|0197/);
});

test("entries that wait to be streamed are measured only if a stream is set", async () => {
  expect(await vitals()).not.toContain("register_log_unstreamed_seconds");
  env().LOG_STREAM = "stdout";
  const waits = numberOf(await vitals(), "register_log_unstreamed_seconds");
  expect(waits).toBeGreaterThan(0);
  await register.owner.query(
    "UPDATE log_stream SET log_position = (SELECT seq FROM audit.head), access_position = (SELECT seq FROM audit.access_head)",
  );
  expect(numberOf(await vitals(), "register_log_unstreamed_seconds")).toBe(0);
});

test("the documentation names each metric", async () => {
  env().LOG_STREAM = "stdout";
  const counted = metricsHere();
  if (!counted) throw new Error("nothing is measured");
  await startMetrics("1", "worker");
  const ofWorker = await metricsHere()?.counted.metrics();
  Object.assign(globalThis, { registerMetrics: counted });
  const all = `${await metricsIn()}\n${await vitals()}\n${ofWorker ?? ""}`;
  const measured = new Set([...all.matchAll(/^# TYPE (register_\w+) /gm)].map(([, name = ""]) => name));
  // In the table, `_name` has the beginning of the name before it.
  const rows = readFileSync("docs/operations.md", "utf8").matchAll(/^\| (`register_.*?) \|/gm);
  const named = [...rows].flatMap(([, cell = ""]) => {
    let whole = "";
    return [...cell.matchAll(/`(\w+)`/g)].map(([, name = ""]) => {
      whole = name.startsWith("_") ? whole.replace(/_[a-z]+$/, name) : name;
      return whole;
    });
  });
  expect([...measured].filter((name) => !named.includes(name))).toEqual([]);
  expect(measured).toContain("register_job_seconds");
});

test("the database is queried at most once in five seconds, for however many scrapes", async () => {
  const { client } = metricsHere() ?? {};
  if (!client) throw new Error("nothing is measured");
  const at = (later += 60_000);
  const answers = [0, 0, 0, 4_999].map((ms) => vitalMetrics(client, at + ms));
  expect(new Set(answers).size).toBe(1);
  expect(vitalMetrics(client, at + 5_000)).not.toBe(answers[0]);
});

test("while the database is away, the rest is still answered", async () => {
  await register.owner.query("ALTER TABLE audit.head RENAME TO head_away");
  try {
    const text = await vitals();
    expect(numberOf(text, "register_database_up")).toBe(0);
    expect(text).not.toContain("register_log_head");
  } finally {
    await register.owner.query("ALTER TABLE audit.head_away RENAME TO head");
  }
  expect(numberOf(await vitals(), "register_database_up")).toBe(1);
});

test("a worker serves the metrics and nothing else, by the same token", async () => {
  const port = await freePort();
  env().WORKER_METRICS = String(port);
  const server = serveWorkerMetrics();
  await vi.waitFor(() => expect(server?.listening).toBe(true));
  jobRuns.publish({ kind: "an export", outcome: "done", ms: 20 });
  const ask = async (path: string, headers: Record<string, string> = {}, method = "GET") =>
    fetch(`http://127.0.0.1:${port}${path}`, { headers, method });
  const authorized = { Authorization: `Bearer ${TOKEN}` };
  expect((await ask("/metrics")).status).toBe(401);
  expect((await ask("/", authorized)).status).toBe(404);
  expect((await ask("/metrics", authorized, "POST")).status).toBe(404);
  const answer = await ask("/metrics", authorized);
  expect([answer.status, await answer.text()]).toEqual([
    200,
    expect.stringContaining("register_database_up 1"),
  ]);
  // From this machine alone.
  expect(server?.address()).toMatchObject({ address: "127.0.0.1" });
  server?.closeAllConnections();
  server?.close();
});

test("a worker whose port is taken goes on", async () => {
  const port = await freePort();
  env().WORKER_METRICS = String(port);
  const [first, second] = [serveWorkerMetrics(), serveWorkerMetrics()];
  await vi.waitFor(() => expect(first?.listening).toBe(true));
  expect(second?.listening).toBe(false);
  first?.close();
});

const metricsIn = async (): Promise<string> => (await metricsAnswer(`Bearer ${TOKEN}`))?.text() ?? "";

/** At a later moment, so that the database is queried again. */
async function vitals(): Promise<string> {
  const { client } = metricsHere() ?? {};
  if (!client) throw new Error("nothing is measured");
  return vitalMetrics(client, (later += 60_000));
}

function numberOf(text: string, name: string): number {
  const line = text.split("\n").find((one) => one.startsWith(`${name} `));
  if (line === undefined) throw new Error(`no ${name} in:\n${text}`);
  return Number(line.slice(name.length + 1));
}
