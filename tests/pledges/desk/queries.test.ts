import { afterAll, beforeAll, expect, test } from "vitest";
import { addEvidence, changePledge, logPledge } from "@/lib/pledges/pledges/commands";
import { loadByDocument, loadChangedByOthers } from "@/lib/pledges/desk/queries";
import {
  aSentPiece,
  aSentPledge,
  LATER,
  staffedRegister,
  value,
  type StaffedRegister,
} from "../../support/registers/staffed-register";
import { pledgeChanges } from "@/lib/pledges/pledges/schema";

let register: StaffedRegister;
beforeAll(async () => void (register = await staffedRegister()));
afterAll(() => register.close());

const LONG_AGO = "2020-01-01T00:00:00.000Z";
const log = async (change: object = {}) =>
  value(await logPledge(register.officer, aSentPledge(change), LATER));

test("a desk sees the last change of each pledge that others changed there, and no other changes", async () => {
  const [theirs, own] = [await log(), await log({ participant: "DE" })];
  const changes = pledgeChanges.parse({ nextAction: "Ask in Paris" });
  value(await changePledge(register.manager, { reference: theirs.reference, ifMatch: 1, changes }, LATER));
  const asked = { since: LONG_AGO, limit: 1 };
  const of = (who: keyof Pick<StaffedRegister, "officer" | "officerNorth" | "manager">, more: object = {}) =>
    loadChangedByOthers(register[who], { ...asked, ...more });
  expect(await of("officer")).toMatchObject({
    items: [
      { reference: theirs.reference, participant: "FR", action: "pledge.changed", by: register.manager.name },
    ],
    more: false,
  });
  value(await changePledge(register.manager, { reference: own.reference, ifMatch: 1, changes }, LATER));
  expect(await of("officer")).toMatchObject({ items: [{ reference: own.reference }], more: true });
  expect(await of("officer", { since: "2199-01-01T00:00:00.000Z" })).toEqual({ items: [], more: false });
  expect(await of("officerNorth")).toEqual({ items: [], more: false });
  expect(await of("manager")).toEqual({ items: [], more: false });
});

test("pledges are grouped by the document of their newest evidence", async () => {
  const titled = (title: string) => {
    const piece = aSentPiece();
    return { ...piece, source: { ...piece.source, title } };
  };
  const [one, two, three] = [
    await log({ evidence: [titled("Joint statement")] }),
    await log({ evidence: [titled("Joint statement")] }),
    await log({ evidence: [titled("Joint statement")] }),
  ];
  const later = { ...titled("Speech"), source: { ...titled("Speech").source } };
  value(await addEvidence(register.officer, { reference: three.reference, evidence: later }, LATER));
  const rows = [one, two, three].map(({ reference }) => ({ reference }));
  expect(await loadByDocument(register.officer, rows)).toEqual([
    { document: "Joint statement", pledges: rows.slice(0, 2).map((row) => ({ ...row, version: 1 })) },
    { document: null, pledges: rows.slice(2).map((row) => ({ ...row, version: 2 })) },
  ]);
  expect(await loadByDocument(register.officer, [{ reference: "FR-3-999" }])).toEqual([]);
  expect(await loadByDocument(register.admin, rows)).toEqual([]);
});
