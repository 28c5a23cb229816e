// Lines that are one unit, on the real database: said by one desk, answered by another.
import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { checkRegister } from "@/lib/db/derived/check";
import { verifyRegister } from "@/lib/db/verify/verify";
import { pool } from "@/lib/db/client";
import type { NowOrAsOf } from "@/lib/domain/base/as-of";
import type { Actor } from "@/lib/domain/people/actor";
import { changePledge, logPledge, setStage, voidPledge } from "@/lib/pledges/pledges/commands";
import { answerLink } from "@/lib/pledges/pledges/links";
import { pledgeList } from "@/lib/domain/exchange/tables/pledge-table";
import { parsePledgeFilter } from "@/lib/pledges/pledges/asked";
import { loadClaimsOnDesk, loadLinesAround, loadPledge, loadPledgesCsv } from "@/lib/pledges/pledges/queries";
import { decideProposal } from "@/lib/review/proposals/commands";
import {
  aSentPiece,
  aSentPledge,
  LATER,
  refusalOf,
  staffedRegister,
  value,
  type StaffedRegister,
} from "../../support/registers/staffed-register";

let register: StaffedRegister;
beforeAll(async () => void (register = await staffedRegister()));
afterAll(() => register.close());

const agreed = async () => {
  expect(await checkRegister()).toMatchObject({ differing: [], counters: [], cells: [], leaves: [] });
  expect(await verifyRegister()).toMatchObject({ intact: true });
};
const logged = async (who: Actor, change: object = {}) =>
  value(await logPledge(who, aSentPledge(change), LATER));
const lineOf = ({ contributions: [line] }: Awaited<ReturnType<typeof logged>>) => {
  if (!line) throw new Error("no line");
  return line;
};
const inSweden = () => logged(register.officerNorth, { participant: "SE" });
const line = aSentPledge().contributions[0];
/** Sets it in the pledge's only line. */
const say = async (who: Actor, reference: string, sameAs: string | null, reason?: string) => {
  const { version, contributions } = value(await loadPledge(who, reference, LATER));
  const lines = contributions.map((one) => ({ ...one, sameAs }));
  return changePledge(who, { reference, ifMatch: version, changes: { contributions: lines }, reason }, LATER);
};
const stateOf = async (reference: string) => {
  const sheet = value(await loadPledge(register.auditor, reference, LATER));
  const { sameAs } = lineOf(sheet);
  return sameAs && `${sameAs.pledge} ${sameAs.state}`;
};

test("a claim about another desk's line is confirmed by that desk, and by nobody else", async () => {
  const { officer, officerNorth, auditor } = register;
  const [own, other] = [await logged(officer), await inSweden()];
  const [contribution, named] = [lineOf(own).id, lineOf(other).id];
  value(await say(officer, own.reference, named));
  expect(await stateOf(own.reference)).toBe(`${other.reference} CLAIMED`);
  expect(await loadClaimsOnDesk(officerNorth)).toMatchObject([
    { reference: own.reference, field: "sameAs", linked: "SE" },
  ]);
  expect(await loadClaimsOnDesk(officer)).toEqual([]);
  const answer = (who: Actor, does: "confirm" | "decline", about: object = { contribution }) =>
    answerLink(who, { reference: own.reference, ifMatch: null, ...about, does, reason: null }, LATER);
  expect(refusalOf(await answer(officer, "confirm"))).toBe("another-desk");
  expect(refusalOf(await answer(auditor, "confirm"))).toBe("role");
  expect(refusalOf(await answer(officerNorth, "decline"))).toBe("reason-missing");
  expect(refusalOf(await answer(officerNorth, "confirm", { contribution: randomUUID() }))).toBe("not-found");
  expect(refusalOf(await answer(officerNorth, "confirm", { participant: "SE" }))).toBe("not-found");
  value(await answer(officerNorth, "confirm"));
  expect(await stateOf(own.reference)).toBe(`${other.reference} CONFIRMED`);
  expect(refusalOf(await answer(officerNorth, "confirm"))).toBe("no-such-step");
  // Sending back what was read changes nothing.
  const { version, contributions } = value(await loadPledge(officer, own.reference, LATER));
  value(
    await changePledge(
      officer,
      { reference: own.reference, ifMatch: version, changes: { contributions } },
      LATER,
    ),
  );
  expect(value(await loadPledge(officer, own.reference, LATER)).version).toBe(version);
  await agreed();

  value(await say(officer, own.reference, null));
  expect(await stateOf(own.reference)).toBeNull();
  await agreed();
});

test("an answer is refused if the claim has come to name another line since it was read", async () => {
  const { officer, officerNorth } = register;
  const [own, first, second] = [await logged(officer), await inSweden(), await inSweden()];
  value(await say(officer, own.reference, lineOf(first).id));
  const read = value(await loadPledge(officerNorth, own.reference, LATER));
  value(await say(officer, own.reference, lineOf(second).id));
  const answer = (ifMatch: number) => {
    const about = { reference: own.reference, ifMatch, contribution: lineOf(own).id };
    return answerLink(officerNorth, { ...about, does: "confirm", reason: null }, LATER);
  };
  const refused = await answer(read.version);
  expect(refused).toMatchObject({ refusal: { code: "version", conflict: { current: read.version + 1 } } });
  expect(await stateOf(own.reference)).toBe(`${second.reference} CLAIMED`);
  value(await answer(read.version + 1));
  expect(await stateOf(own.reference)).toBe(`${second.reference} CONFIRMED`);
});

test("a declined claim stays declined until it is removed, and a manager's is confirmed at once", async () => {
  const { officer, officerNorth, manager } = register;
  const [own, other] = [await logged(officer), await inSweden()];
  value(await say(officer, own.reference, lineOf(other).id));
  const about = { reference: own.reference, ifMatch: null, contribution: lineOf(own).id };
  value(await answerLink(officerNorth, { ...about, does: "decline", reason: "Another brigade." }, LATER));
  value(await say(officer, own.reference, lineOf(other).id));
  expect(await stateOf(own.reference)).toBe(`${other.reference} DECLINED`);
  value(await say(officer, own.reference, null));
  value(await say(manager, own.reference, lineOf(other).id));
  expect(await stateOf(own.reference)).toBe(`${other.reference} CONFIRMED`);
  await agreed();
});

test("a line that cannot be the same is refused at its field", async () => {
  const { officer, manager } = register;
  const [own, other] = [await logged(officer), await inSweden()];
  const at = "invalid, contributions.0.sameAs";
  const refused = async (sameAs: string) => refusalOf(await say(officer, own.reference, sameAs));
  expect(await refused(randomUUID())).toBe(`${at} unknown`);
  expect(await refused(lineOf(own).id)).toBe(`${at} same-itself`);
  const money = await logged(officer, {
    contributions: [
      { ...line, quantity: { kind: "NOT_APPLICABLE" }, money: { amount: "5", currency: "GBP" } },
    ],
  });
  expect(await refused(lineOf(money).id)).toBe(`${at} another-measure`);
  value(await say(officer, own.reference, lineOf(other).id));
  expect(refusalOf(await say(register.officerNorth, other.reference, lineOf(own).id))).toBe(
    `${at} said-there`,
  );
  // A new pledge says it with its first entry.
  const sent = { contributions: [{ ...line, sameAs: lineOf(own).id }] };
  expect(lineOf(await logged(officer, sent)).sameAs).toMatchObject({
    pledge: own.reference,
    state: "CONFIRMED",
  });
  const gone = await logged(officer);
  value(await voidPledge(manager, { reference: gone.reference, ifMatch: 1, reason: "Twice" }, LATER));
  expect(
    refusalOf(
      await logPledge(officer, aSentPledge({ contributions: [{ ...line, sameAs: lineOf(gone).id }] }), LATER),
    ),
  ).toBe(`${at} unknown`);
  await agreed();
});

test("a link stays if the line that it names is removed, or its pledge voided", async () => {
  const { officer, manager } = register;
  const [own, other] = [await logged(officer), await logged(officer, { participant: "DE" })];
  value(await say(officer, own.reference, lineOf(other).id));
  const { version } = value(await loadPledge(officer, other.reference, LATER));
  const changes = { contributions: [] };
  value(await changePledge(officer, { reference: other.reference, ifMatch: version, changes }, LATER));
  value(await say(officer, own.reference, lineOf(other).id));
  expect(await stateOf(own.reference)).toBe(`${other.reference} CONFIRMED`);
  value(
    await voidPledge(manager, { reference: other.reference, ifMatch: version + 1, reason: "Twice" }, LATER),
  );
  value(await say(officer, own.reference, lineOf(other).id));
  expect(await stateOf(own.reference)).toBe(`${other.reference} CONFIRMED`);
  await agreed();
});

test("from COMMITTED on, a claim is made at once, but a link confirmed at once is proposed", async () => {
  const { officer, officerNorth, manager, manager2 } = register;
  const own = await logged(officer, { evidence: [aSentPiece({ kind: "SIGNED_DOCUMENT" })] });
  const { reference, version } = own;
  const step = { reference, ifMatch: version, to: "COMMITTED" as const, evidence: [], reason: "Signed" };
  const proposed = value(await setStage(officer, step, LATER)).proposal;
  value(await decideProposal(manager, { id: proposed?.id ?? "", decision: "APPROVE", note: null }));
  const other = await inSweden();
  expect(value(await say(officer, reference, lineOf(other).id)).proposal).toBeNull();
  const german = await logged(officer, { participant: "DE" });
  const asked = value(await say(officer, reference, lineOf(german).id, "One brigade")).proposal;
  expect(asked).not.toBeNull();
  expect(await stateOf(reference)).toBe(`${other.reference} CLAIMED`);
  const about = { reference, ifMatch: null, contribution: lineOf(own).id };
  value(await answerLink(officerNorth, { ...about, does: "confirm", reason: null }, LATER));
  const seen = value(await loadPledge(officer, reference, LATER)).version;
  value(await decideProposal(manager2, { id: asked?.id ?? "", decision: "APPROVE", note: null, seen }));
  expect(await stateOf(reference)).toBe(`${german.reference} CONFIRMED`);
  expect(value(await say(officer, reference, null, "Not so")).proposal).not.toBeNull();
  await agreed();
});

test("lines that are the same, and those that look alike, are found", async () => {
  const { officer, officerNorth, auditor } = register;
  const quantity = { kind: "EXACT", min: 77, max: 77, unit: "PERSON" };
  const numbered = { contributions: [{ ...line, money: null, quantity }] };
  const own = await logged(officer, numbered);
  const later = await logged(officer, { ...numbered, jointWith: ["SE"] });
  const theirs = await logged(officerNorth, { ...numbered, participant: "SE" });
  const around = async (sheet: typeof own, at: NowOrAsOf = LATER) => {
    const pledge = value(await loadPledge(auditor, sheet.reference, at));
    const { named, naming, alike } = await loadLinesAround(auditor, pledge, at);
    return [
      Object.values(named).map(({ pledge: reference, place }) => `${reference} ${String(place)}`),
      naming.map(({ by, state }) => `${by.pledge} ${state}`),
      alike.map(({ other }) => other.pledge),
    ];
  };
  const before = [[], [], [later.reference]];
  expect(await around(own)).toEqual(before);
  const { rows: then } = await pool().query<{ at: string }>(
    "SELECT audit.instant(at) AS at FROM audit.event ORDER BY seq DESC LIMIT 1",
  );
  value(await say(officer, own.reference, lineOf(later).id));
  value(await say(officer, later.reference, lineOf(theirs).id));
  expect(await around(own)).toEqual([[`${later.reference} 1`], [], []]);
  expect(await around(later)).toEqual([[`${theirs.reference} 1`], [`${own.reference} CONFIRMED`], []]);
  expect(await around(theirs)).toEqual([[], [`${later.reference} CLAIMED`], []]);
  expect(await around(own, { asOf: then[0]?.at ?? "" })).toEqual(before);

  // The list for download has them as well, line by line.
  const filter = value(parsePledgeFilter(new URLSearchParams({ q: later.reference })));
  const told: unknown[] = [];
  const sameAs = pledgeList.fields.find(({ name }) => name === "sameAs");
  for await (const rows of value(await loadPledgesCsv(auditor, filter, LATER)).rows)
    told.push(...rows.map((row) => sameAs?.of(row)));
  expect(told).toEqual([`1 = ${theirs.reference}/${lineOf(theirs).id} (CLAIMED)`]);
});
