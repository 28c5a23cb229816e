// A ruling waits to be applied: until then, the record differs from it.
import { afterAll, beforeAll, expect, test } from "vitest";
import { checkRegister } from "@/lib/db/derived/check";
import type { PledgeDetails } from "@/lib/domain/details/pledge-details";
import { applyRuling } from "@/lib/pledges/pledges/apply-ruling";
import { changePledge, confirmPledge, logPledge, setStage } from "@/lib/pledges/pledges/commands";
import { pledgeChanges, stageInput } from "@/lib/pledges/pledges/schema";
import { decideProposal } from "@/lib/review/proposals/commands";
import { makeRuling } from "@/lib/review/rulings/commands";
import { rulingInput } from "@/lib/review/rulings/schema";
import { parseUnresolvedFilter } from "@/lib/unresolved/unresolved/asked";
import { loadUnresolvedCsv, loadUnresolvedItems } from "@/lib/unresolved/unresolved/queries";
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
beforeAll(async () => void (register = await staffedRegister()));
afterAll(() => register.close());

const CODE = "RULING_NOT_APPLIED";
const NO_FIGURE = { kind: "NOT_STATED" };

/** Said by media; denied by the ministry. */
const contested = async (field = "contributions.quantity"): Promise<PledgeDetails> => {
  const denial = aSentPiece({ supports: false, field, claims: "no figure was given" });
  return value(await logPledge(register.officer, aSentPledge({ evidence: [aSentPiece(), denial] }), LATER));
};
const rule = async (pledge: PledgeDetails, change: object = {}) =>
  makeRuling(
    register.manager,
    rulingInput.parse({
      pledge: pledge.reference,
      field: "contributions.quantity",
      holds: pledge.evidence[1]?.id,
      finding: "No figure",
      reason: "The ministry denied it",
      says: { lines: { [pledge.contributions[0]?.id ?? ""]: NO_FIGURE } },
      ...change,
    }),
  );
const now = async ({ reference }: PledgeDetails): Promise<PledgeDetails> =>
  value(await confirmPledge(register.officer, { reference }, LATER));
const waits = async (pledge: PledgeDetails): Promise<boolean> =>
  (await now(pledge)).unresolved.some(({ code }) => code === CODE);
const apply = async (pledge: PledgeDetails, ruling: string, by = register.officer) => {
  const { reference, version } = await now(pledge);
  return applyRuling(by, { reference, ifMatch: version, ruling }, LATER);
};

test("a pledge that isn't binding follows a ruling at once, which waits again after an edit away", async () => {
  const pledge = await contested();
  const ruling = value(await rule(pledge));
  expect(await waits(pledge)).toBe(true);
  const { done } = value(await apply(pledge, ruling.id));
  expect(done?.contributions[0]?.quantity.kind).toBe("NOT_STATED");
  expect(done?.contributions[0]?.money).toEqual(pledge.contributions[0]?.money);
  expect(await waits(pledge)).toBe(false);
  expect(refusalOf(await apply(pledge, ruling.id))).toBe("already-there");

  const { reference, version, contributions } = await now(pledge);
  const [line] = contributions;
  if (!line) throw new Error("it has a contribution");
  const { allocated: _none, ...said } = line;
  const quantity = { kind: "EXACT", min: 10, max: 10, unit: "PERSON" };
  const changes = pledgeChanges.parse({ contributions: [{ ...said, quantity }] });
  value(await changePledge(register.officer, { reference, ifMatch: version, changes }, LATER));
  expect(await waits(pledge)).toBe(true);
  expect((await checkRegister()).differing).toEqual([]);
});

test("from COMMITTED on, applying a ruling is proposed with its reason and needs a decision", async () => {
  const pledge = await contested();
  const signed = aSentPiece({ kind: "SIGNED_DOCUMENT" });
  const { reference } = pledge;
  const step = stageInput.parse({ to: "COMMITTED", reason: "Signed", evidence: [signed] });
  const asked = value(
    await setStage(register.officer, { reference, ifMatch: pledge.version, ...step }, LATER),
  );
  const settle = async (id: string) =>
    value(await decideProposal(register.manager, { id, decision: "APPROVE", note: null }));
  await settle(asked.proposal?.id ?? "");
  const ruling = value(await rule(await now(pledge)));
  const { proposal } = value(await apply(pledge, ruling.id));
  expect(proposal).toMatchObject({ reason: "The ministry denied it", wish: { do: "change" } });
  expect(await waits(pledge)).toBe(true);
  await settle(proposal?.id ?? "");
  expect(await waits(pledge)).toBe(false);
  expect((await now(pledge)).contributions[0]?.quantity.kind).toBe("NOT_STATED");
  expect((await checkRegister()).differing).toEqual([]);
});

test("a ruling that waits is in the list, and an auditor can't apply it", async () => {
  const pledge = await contested();
  const ruling = value(await rule(pledge));
  const filter = value(parseUnresolvedFilter(new URLSearchParams({ code: CODE })));
  const { items } = value(await loadUnresolvedItems(register.auditor, filter, LATER));
  expect(items.map(({ reference }) => reference)).toContain(pledge.reference);
  expect((await loadUnresolvedCsv(register.auditor, filter, LATER)).ok).toBe(true);
  expect(refusalOf(await apply(pledge, ruling.id, register.auditor))).toBe("role");
  expect(refusalOf(await apply(pledge, "00000000-0000-4000-8000-00000000000f"))).toBe(
    "invalid, ruling unknown",
  );
});

test("a value that the field can't have, or that contradicts the ruling, is refused", async () => {
  const pledge = await contested();
  const line = pledge.contributions[0]?.id ?? "";
  const sent = (change: object) =>
    rulingInput.safeParse({
      pledge: "FR-3-001",
      field: "contributions.quantity",
      holds: null,
      finding: "x",
      reason: "x",
      ...change,
    }).success;
  expect(sent({ says: { value: NO_FIGURE } })).toBe(false);
  expect(sent({ says: { lines: {} } })).toBe(false);
  expect(sent({ says: { lines: { [line]: "six" } } })).toBe(false);
  expect(sent({ says: { lines: { [line]: { kind: "SEALED" } } } })).toBe(false);
  expect(sent({ field: "title", says: { value: null } })).toBe(false);
  expect(sent({ field: "condition", says: { value: null } })).toBe(false);
  expect(sent({ field: "windowStart", says: { value: "2026-02-30" } })).toBe(false);
  expect(sent({ field: "windowStart", says: { value: null } })).toBe(true);
  expect(refusalOf(await rule(pledge, { holds: null }))).toBe("invalid, says record-is-right");
  const strange = { lines: { "00000000-0000-4000-8000-00000000000f": NO_FIGURE } };
  expect(refusalOf(await rule(pledge, { says: strange }))).toBe("invalid, says unknown");
});

test("a ruling can't take the unit away from a number", async () => {
  const pledge = await contested();
  const line = pledge.contributions[0]?.id ?? "";
  expect(pledge.contributions[0]?.quantity.unit).not.toBeNull();
  const ruled = (quantity: object) => rule(pledge, { says: { lines: { [line]: quantity } } });
  const upTo = { kind: "UP_TO", max: 7500 };
  expect(refusalOf(await ruled(upTo))).toBe(`invalid, says.lines.${line}.unit required`);
  expect((await ruled({ ...upTo, unit: "PERSON" })).ok).toBe(true);
});

test("a ruling in words only waits until a person changes the record", async () => {
  const pledge = await contested("contributions");
  const ruling = value(await rule(pledge, { field: "contributions", says: undefined }));
  expect(await waits(pledge)).toBe(true);
  expect(refusalOf(await apply(pledge, ruling.id))).toBe("no-such-step");
  const { reference, version } = await now(pledge);
  const changes = pledgeChanges.parse({ contributions: [] });
  value(await changePledge(register.officer, { reference, ifMatch: version, changes }, LATER));
  expect(await waits(pledge)).toBe(false);
});
