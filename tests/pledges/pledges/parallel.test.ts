import { approve, proposed } from "@/tests/support/decisions";
import { afterAll, beforeAll, expect, test } from "vitest";
import { idempotently } from "@/lib/db/log/idempotency";
import { changePledge, logPledge, setStage } from "@/lib/pledges/pledges/commands";
import { atOnce } from "@/tests/support/patient";
import {
  aSentPiece,
  aSentPledge,
  LATER,
  refusalOf,
  staffedRegister,
  value,
  type StaffedRegister,
} from "@/tests/support/registers/staffed-register";

let register: StaffedRegister;
beforeAll(async () => {
  register = await staffedRegister();
});
afterAll(() => register.close());

test("of fifty edits of one version, one is made and forty-nine are refused", async () => {
  const { id, reference } = value(await logPledge(register.officer, aSentPledge(), LATER));
  const answers = await atOnce(50, (n) =>
    changePledge(register.officer, { reference, ifMatch: 1, changes: { title: `Title ${n}` } }, LATER),
  );
  const refusals = answers.map(refusalOf).sort();
  expect(refusals).toEqual(["ok", ...Array<string>(49).fill("version")]);
  expect(await register.eventsOf(id)).toHaveLength(2);
});

test("two hundred pledges logged at once get two hundred references without a gap", async () => {
  const evidence = [
    aSentPiece({ source: { publisher: "Cited at once", language: "sv", ownership: "OFFICIAL" } }),
  ];
  const answers = await atOnce(200, (n) =>
    logPledge(
      register.officerNorth,
      aSentPledge({ participant: "SE", priority: 2, title: `Pledge ${n}`, evidence }),
      LATER,
    ),
  );
  const references = answers.map((answer) => value(answer).reference).sort();
  expect(new Set(answers.map((answer) => value(answer).evidence[0]?.source.id)).size).toBe(1);
  expect(references).toEqual(Array.from({ length: 200 }, (_, n) => `SE-2-${String(n + 1).padStart(3, "0")}`));
});

test("thirty requests with the same key make one record and get the same answer", async () => {
  const before = await register.count("pledge");
  const request = { person: register.officer.id, key: "once", bodySha256: "a" };
  const answers = await atOnce(30, () =>
    idempotently(request, () => logPledge(register.officer, aSentPledge(), LATER)),
  );
  expect(new Set(answers.map((answer) => JSON.stringify(value(answer)))).size).toBe(1);
  expect(await register.count("pledge")).toBe(before + 1);
});

test("the same key with another body is refused; a refused request leaves its key free", async () => {
  const request = { person: register.officer.id, key: "twice", bodySha256: "a" };
  const log = (bodySha256: string, change: object) =>
    idempotently({ ...request, bodySha256 }, () => logPledge(register.officer, aSentPledge(change), LATER));
  expect(refusalOf(await log("a", { stage: "DECLINED" }))).toBe("reason-missing");
  expect(refusalOf(await log("b", {}))).toBe("ok");
  expect(refusalOf(await log("c", { title: "Another" }))).toBe("key-reused");
});

test("of two pledges that would supersede each other, only one does", async () => {
  const [a, b] = [
    value(await logPledge(register.officer, aSentPledge(), LATER)),
    value(await logPledge(register.officer, aSentPledge(), LATER)),
  ];

  const supersede = (older: typeof a, newer: typeof a) =>
    setStage(
      register.manager,
      {
        reference: older.reference,
        ifMatch: 1,
        to: "SUPERSEDED",
        reason: "New",
        evidence: [],
        successor: newer.reference,
      },
      LATER,
    );
  const both = (await Promise.all([supersede(a, b), supersede(b, a)])).map(proposed);
  const answers = await Promise.all(both.map((one) => approve(register.manager2, one)));
  expect(answers.map(refusalOf).sort()).toEqual(["ok", "successor-missing"]);
});
