// Two registers that differ only in their sealed numbers: anyone who isn't cleared reads the same in both, from every
// route, and the log is the same. Ids, hashes and moments differ, and are set aside.
import fc from "fast-check";
import { expect, test } from "vitest";
import { accessNoted } from "@/lib/auth/access-log";
import { pool } from "@/lib/db/client";
import { openTestApi, PATHS, type Answered, type TestApi, type Who } from "../../support/api";
import { pledgeBody } from "../../support/bodies";
import { cases } from "@/tests/support/cases";

/** Of the demonstration's accounts one manager is cleared, and the northern desk has GB and SE. */
const DESK = "officer-north";
const CLEARED = "manager-2";
const UNCLEARED = ["manager", "auditor", "officer", "admin"] as const;

/** In this order a change is proposed on a pledge that was committed, if it was. */
const ORDER = ["number", "offer", "commit", "propose", "words", "wrong", "stale"] as const;

interface Line {
  participant: "GB" | "SE";
  ends: "exact" | "range" | "at-least" | "up-to";
  unit: "PERSON" | "AIRCRAFT";
  by: typeof DESK | typeof CLEARED;
  then: (typeof ORDER)[number][];
}

const anyLine: fc.Arbitrary<Line> = fc.record({
  participant: fc.constantFrom("GB", "SE"),
  ends: fc.constantFrom("exact", "range", "at-least", "up-to"),
  unit: fc.constantFrom("PERSON", "AIRCRAFT"),
  by: fc.constantFrom(DESK, CLEARED),
  then: fc.subarray([...ORDER], { minLength: 3 }),
});

test.each(Array.from({ length: cases(1) }, (_, n) => 3 + n))(
  "anyone who isn't cleared reads the same whatever the numbers are (seed %i)",
  async (seed) => {
    const lines = fc.sample(fc.array(anyLine, { minLength: 4, maxLength: 6 }), { numRuns: 1, seed })[0] ?? [];
    const one = await told(lines, (place) => 1_001 + 17 * place);
    const other = await told(lines, (place) => 940_007 + 7_919 * place);
    expect(Object.keys(one.read).length).toBeGreaterThan(100);
    expect(one.read).toEqual(other.read);
    // Someone who is cleared reads different numbers in the two.
    expect(one.known).not.toEqual(other.known);
  },
);

const CHANGES_CSV = "/changes.csv?since=2026-01-08T00:00:00.000Z";

interface Told {
  /** What each uncleared person was answered, by person and path. */
  read: Record<string, string>;
  known: string;
}

async function told(lines: Line[], numberAt: (place: number) => number): Promise<Told> {
  const api = await openTestApi();
  try {
    const answers: Record<string, string> = {};
    const references: string[] = [];
    for (const [place, line] of lines.entries())
      references.push(
        await played(
          api,
          line,
          (again) => numberAt(10 * place + again),
          (name, answer) => {
            answers[`${place} ${name}`] = textOf(answer);
          },
        ),
      );
    for (const who of UNCLEARED)
      for (const path of await pathsFor(api, who, references)) {
        // The access log is written after the answers to which it refers.
        if (path.startsWith("/access-log")) await accessNoted();
        answers[`${who} ${plain(path)}`] = inOrder(path, await api.call(who, "GET", path));
      }
    // Downloads leave the register: they contain no sealed number, not even for those who may see it.
    for (const path of [...PATHS.filter((path) => path.endsWith(".csv")), CHANGES_CSV])
      answers[`${CLEARED} ${path}`] = textOf(await api.call(CLEARED, "GET", path));
    const { rows } = await pool().query<{ text: string }>(
      "SELECT action || ' ' || coalesce(reason, '') || ' ' || payload AS text FROM audit.event ORDER BY seq",
    );
    answers.log = rows.map(({ text }) => plain(text)).join("\n");
    const known = await api.call(CLEARED, "GET", "/pledges?participant=GB,SE&priority=3&kind=TROOPS");
    return { read: answers, known: textOf(known) };
  } finally {
    await api.close();
  }
}

/** Logs a pledge with a sealed number and takes its steps; `note` gets the answers to those not cleared. */
async function played(
  api: TestApi,
  { participant, ends, unit, by, then }: Line,
  numberAt: (again: number) => number,
  note: (name: string, answer: Answered) => void,
): Promise<string> {
  let again = 0;
  const sealed = (): object => {
    const low = numberAt(again);
    again += 1;
    const [min, max] = {
      exact: [low, low],
      range: [low, low + 500],
      "at-least": [low, null],
      "up-to": [null, low],
    }[ends];
    return { kind: "SEALED", min, max, unit, asStated: null };
  };
  const line = (quantity: object, id?: string) => ({
    ...(id === undefined ? {} : { id }),
    kind: "TROOPS",
    domain: "LAND",
    location: "IN_UKRAINE",
    noticeToMoveDays: 20,
    quantity,
  });
  const body = { ...pledgeBody, participant, priority: 3, owner: null, contributions: [line(sealed())] };
  const logged = await api.call(by, "POST", "/pledges", { body });
  expect(logged.status, JSON.stringify(logged.body)).toBe(201);
  const reference = String(logged.body.reference);
  const path = `/pledges/${reference}`;
  const now = async (who: Who) => (await api.call(who, "GET", path)).body as unknown as Read;
  const patch = async (who: Who, change: object, version?: number) =>
    api.call(who, "PATCH", path, {
      body: { ...change, reason: "Told so" },
      version: version ?? (await now(who)).version,
    });
  const idOf = async () => (await now("manager")).contributions[0]?.id ?? "";

  const deeds: Record<(typeof ORDER)[number], () => Promise<void>> = {
    number: async () => void (await patch(by, { contributions: [line(sealed(), await idOf())] })),
    words: async () => {
      const { contributions } = await now("manager");
      const [{ quantity } = { quantity: {} }] = contributions;
      const sent = [line({ ...quantity, asStated: "In confidence" }, await idOf())];
      note("words", await patch("manager", { contributions: sent, summary: "In confidence" }));
    },
    commit: async () => {
      const evidence = [{ ...pledgeBody.evidence[0], kind: "SIGNED_DOCUMENT" }];
      const step = { to: "COMMITTED", reason: "Signed", evidence };
      const made = await api.call(DESK, "POST", `${path}/stage`, {
        body: step,
        version: (await now(DESK)).version,
      });
      if (made.status !== 202) return;
      const decision = { decision: "APPROVE", note: null };
      note(
        "commit",
        await api.call("manager", "POST", `/proposals/${String(made.body.id)}/decision`, { body: decision }),
      );
    },
    propose: async () => {
      const made = await patch(by, { contributions: [line(sealed(), await idOf())] });
      if (made.status !== 202) return;
      const decision = { decision: "APPROVE", note: null };
      note(
        "blind",
        await api.call("manager", "POST", `/proposals/${String(made.body.id)}/decision`, { body: decision }),
      );
    },
    offer: async () => {
      const offer = { pledge: reference, contribution: await idOf() };
      note("offer", await api.call("manager", "POST", "/requirements/DEMO-1/offers", { body: offer }));
    },
    wrong: async () =>
      note("wrong", await patch("manager", { contributions: [line(sealed(), await idOf())] })),
    stale: async () => note("stale", await patch("manager", { title: "Another title" }, 99)),
  };
  for (const deed of ORDER) if (then.includes(deed)) await deeds[deed]();
  return reference;
}

interface Read {
  version: number;
  contributions: { id: string; quantity: object }[];
}

/** Every route, with these pledges' references or with names from the list above it. */
async function pathsFor(api: TestApi, who: Who, references: readonly string[]): Promise<string[]> {
  const paths: string[] = [];
  // One after another, so that refusals are in one order in the access log.
  for (const path of PATHS.filter((one) => one !== SAMPLE)) {
    const [, list, parameter = ""] = /^(\/[^{]*)\/\{(\w+)\}/.exec(path) ?? [];
    const named =
      list === undefined || list === "/pledges" ? references : await namesIn(api, who, list, parameter);
    paths.push(...(list === undefined ? [path] : named.map((name) => path.replace(`{${parameter}}`, name))));
  }
  return [
    ...paths,
    ...["GB", "SE"].flatMap((code) => [`/pledges?participant=${code}`, `/pledges.csv?participant=${code}`]),
    "/pledges?kind=TROOPS&priority=3&limit=200",
    "/proposals?status=OPEN,RETURNED,APPROVED",
    "/requirements/DEMO-1",
    "/unresolved?participant=GB,SE",
    "/coverage?since=2026-01-08T00:00:00.000Z",
    "/changes?since=2026-01-08T00:00:00.000Z",
    CHANGES_CSV,
    `${SAMPLE}?n=200&seed=seed&of=pledge`,
  ];
}

/** Drawn by ids, which differ in the two: so all are drawn, and their order is set aside. */
const SAMPLE = "/sample";

async function namesIn(api: TestApi, who: Who, list: string, parameter: string): Promise<string[]> {
  const { body } = await api.call(who, "GET", list);
  const items = Array.isArray(body.items) ? (body.items as Record<string, unknown>[]) : [];
  return items.slice(0, 3).map((item) => String(item[parameter] ?? item.id ?? item.reference));
}

function inOrder(path: string, answer: Answered): string {
  if (!path.startsWith(SAMPLE)) return textOf(answer);
  const { items = [], ...rest } = answer.body as { items?: unknown[] };
  return textOf({
    ...answer,
    body: { ...rest, items: items.map((item) => plain(JSON.stringify(item))).sort() },
  });
}

const textOf = ({ status, body }: Answered): string => plain(`${status} ${JSON.stringify(body)}`);

const plain = (text: string): string =>
  text
    .replace(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, "ID")
    .replace(/\b[0-9a-f]{64}\b/g, "HASH")
    .replace(/"salt":"[^"]*"/g, '"salt":"SALT"')
    .replace(/(txid\\*":)\d+/g, "$10")
    .replace(/("(?:databaseAhead|moved)Ms":)-?\d+/g, "$10")
    // It says how long entries have waited, by the clock of the machine.
    .replace(/("late":)(true|false)/g, "$1false")
    .replace(/"next":"[^"]*"/g, '"next":"NEXT"')
    .replace(/\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z/g, "MOMENT")
    // As calendars write it.
    .replace(/\b\d{8}T\d{6}Z/g, "MOMENT")
    // As a PDF says it.
    .replace(/\d\d:\d\d (Kyiv|UTC)/g, "TIME $1");
