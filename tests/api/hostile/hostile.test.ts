// Thousands of requests that no honest client sends, to every operation: nothing fails, nothing changes, and nothing
// stays in memory.
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { pool } from "@/lib/db/client";
import { REFUSALS } from "@/lib/domain/base/refusal";
import { OPERATIONS } from "@/app/api/v1/operations";
import { openTestApi, type TestApi, type Who } from "../../support/api";
import { knock, knocks } from "../../support/hostile/hostile-doors";
import { hostileRequests, type HostileRequest, type There } from "../../support/hostile/hostile";
import { cases } from "@/tests/support/cases";

/** HOSTILE_SEED gives other requests. */
const SEED = Number(process.env["HOSTILE_SEED"] ?? 20260301);
const REQUESTS = cases(2_500);
/** After this many requests memory must stay where it is. */
const WARM = 1_000;
const KNOCKS = 600;
const BATCH = 250;
const AT_ONCE = 8;
/** How much the heap may grow after that. A leak of one body per request would be ten times as much. */
const MOST_GROWN_MB = 24;

let api: TestApi;
beforeAll(async () => {
  api = await openTestApi();
});
afterAll(() => api.close());

test(
  `${REQUESTS.toLocaleString("en")} hostile requests (seed ${SEED}) cause no failure, change nothing and leak nothing`,
  async () => {
    const there = await whatIsThere();
    const before = await everything();
    const statuses = new Map<number, number>();
    // By chance alone, one of nearly two hundred operations may get none.
    const each = OPERATIONS.flatMap((one, at) =>
      fc.sample(hostileRequests([one], there), { seed: SEED + at, numRuns: 1 }),
    );
    const heap: number[] = [];
    const began = performance.now();
    for (let done = 0; done < REQUESTS; done += BATCH) {
      const drawn = fc.sample(hostileRequests(OPERATIONS, there), { seed: SEED + done, numRuns: BATCH });
      const batch = done === 0 ? [...each, ...drawn] : drawn;
      await inTurns(batch, async (sent) => {
        const status = await answeredWell(sent);
        statuses.set(status, (statuses.get(status) ?? 0) + 1);
      });
      expect(await everything(), `batch of seed ${SEED + done}`).toEqual(before);
      if (done + BATCH === WARM || done + BATCH === REQUESTS) heap.push(heapMb());
    }
    const [early = 0, late = 0] = heap;
    console.log(
      `seed ${SEED}: ${REQUESTS} in ${((performance.now() - began) / 1_000).toFixed(1)} s; heap ${early.toFixed(1)} MB after ${WARM}, ${late.toFixed(1)} MB after all; ` +
        [...statuses]
          .sort(([a], [b]) => a - b)
          .map(([status, n]) => `${status}: ${n}`)
          .join(", "),
    );
    expect(late - early).toBeLessThan(MOST_GROWN_MB);
    // Rare among them: an existing record, a valid body, and a version that never existed.
    const stale = { version: 999_999, body: { summary: "Said again." } };
    statuses.set((await api.call("manager", "PATCH", "/pledges/FR-3-001", stale)).status, 1);
    expect([...statuses.keys()]).toEqual(
      expect.arrayContaining([200, 400, 401, 403, 404, 405, 409, 413, 415, 422, 428]),
    );
  },
  cases(180_000),
);

test(
  `${KNOCKS} hostile requests without a session to the open routes cause no failure and change nothing`,
  async () => {
    const before = await everything();
    const statuses = new Set<number>();
    await inTurns(fc.sample(knocks, { seed: SEED, numRuns: KNOCKS }), async (one) => {
      const answer = await knock(one);
      if (answer === null) return;
      expect(answer.status, JSON.stringify(one).slice(0, 2_000)).toBeLessThan(500);
      expect(answer.headers.getSetCookie().join(), JSON.stringify(one)).not.toContain("session-token=ey");
      statuses.add(answer.status);
    });
    expect([...statuses]).toEqual(expect.arrayContaining([200, 303, 400, 401, 403, 404, 405, 415]));
    expect(await everything()).toEqual(before);
  },
  cases(60_000),
);

/** Records to send requests to, by the path that names them. */
async function whatIsThere(): Promise<There> {
  const first = async (who: Who, list: string): Promise<string[]> => {
    const items = (await api.call(who, "GET", `${list}?limit=3`)).body.items as { id: string }[];
    return items.map(({ id }) => `${list}/${id}`);
  };
  const pledges = ["/pledges/FR-3-001", "/pledges/GB-1-001"];
  return {
    "/pledges/{reference}": pledges,
    "/pledges/{reference}/stage": pledges.map((path) => `${path}/stage`),
    "/pledges/{reference}/history": pledges.map((path) => `${path}/history`),
    "/participants/{code}": ["/participants/FR", "/participants/EU"],
    "/approvals/{id}": await first("manager", "/approvals"),
    "/sources/{id}": await first("manager", "/sources"),
    "/people/{id}": await first("admin", "/people"),
  };
}

/** Sends it, checks the form of the answer or refusal, and returns its status. */
async function answeredWell(sent: HostileRequest): Promise<number> {
  const { who, method, path, headers, raw } = sent;
  const what = JSON.stringify(sent).slice(0, 2_000);
  const answer = await api.call(who, method, path, {
    headers,
    ...(raw === undefined ? {} : { raw }),
  });
  expect(answer.status, what).toBeLessThan(500);
  expect(answer.headers.get("cache-control"), what).toBe("private, no-store");
  if (answer.status >= 400 && method !== "HEAD") {
    expect(answer.headers.get("content-type"), what).toBe("application/problem+json");
    expect(REFUSALS, what).toContain(answer.body.code);
  }
  const [changes] = sent.operation.split(" ");
  if (changes !== "GET" && sent.operation !== OWN) expect(answer.status, what).toBeGreaterThanOrEqual(400);
  return answer.status;
}

/** A person's own choices may be anything that the schema accepts; they are no part of the record. */
const OWN = "POST /inbox/choices";

/** The log's last event (no record changes without one), and the state of passwords, links and sessions. */
async function everything(): Promise<unknown> {
  const { rows } = await pool().query(
    `SELECT (SELECT max(seq) FROM audit.event) AS head, (SELECT count(*) FROM password_token) AS links,
            (SELECT md5(string_agg(c::text, '' ORDER BY person_id)) FROM credential c) AS passwords,
            (SELECT count(*) FROM session WHERE revoked_at IS NOT NULL) AS ended`,
  );
  return rows[0];
}

async function inTurns<T>(all: readonly T[], work: (one: T) => Promise<void>): Promise<void> {
  const rest = all.values();
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      for (const one of rest) await work(one);
    }),
  );
}

/** Heap in use after garbage collection. */
function heapMb(): number {
  setFlagsFromString("--expose-gc");
  const collect = runInNewContext("gc") as () => void;
  collect();
  collect();
  return process.memoryUsage().heapUsed / 1_000_000;
}
