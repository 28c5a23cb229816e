import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addAmounts, compareAmounts } from "@/lib/domain/base/amount";
import type { Actor } from "@/lib/domain/people/actor";
import { isShort, whyNotMeasured } from "@/lib/domain/pledge/measure";
import type { Allocated } from "@/lib/domain/pledge/contribution";
import { missingAt, NO_STAGE_FACTS } from "@/lib/domain/pledge/evidence-requirements";
import { plusDays } from "@/lib/domain/base/day";
import { refuse } from "@/lib/domain/base/refusal";
import {
  isConfirmed,
  retracted,
  whyNotConfirm,
  whyNotReport,
  whyNotRetractEvidence,
  type Delivery,
} from "@/lib/domain/pledge/delivery";
import { isBinding, materialChanges } from "@/lib/domain/pledge/pledge";
import { pledgeRecord } from "@/lib/domain/history/record";
import { QUANTITY_KINDS, UNITS, type Quantity } from "@/lib/domain/pledge/quantity";
import { STAGES, type Stage } from "@/lib/domain/pledge/stages";
import { unresolved } from "@/lib/domain/unresolved/unresolved";
import { anyQuantity } from "../../support/any/arbitrary";
import {
  aContribution,
  aDelivery,
  aPiece,
  aPledge,
  auditor,
  BARE,
  manager,
  NOW,
  officer,
  TODAY,
} from "../../support/cast";

const people = (kind: Quantity["kind"], min: number | null, max: number | null): Quantity => ({
  kind,
  min,
  max,
  unit: "PERSON",
  asStated: null,
});
const setAside = (quantity: Quantity | null, money: Allocated["money"] = null): Allocated => ({
  quantity,
  money,
  on: "2026-02-01",
});
const euros = (amount: string) => ({ amount, currency: "EUR" });
const paper = aPiece("TRANSFER_DOCUMENT");
const delivered = (stage: Stage = "DELIVERING") => aPledge({ stage, evidence: [paper] });
const report = (change: Partial<Delivery> = {}) => aDelivery({ evidence: [paper.id], ...change });
const word = { on: "2026-02-20", by: "Ministry of Defence", evidence: paper.id };

describe("what is set aside, compared with what is committed", () => {
  test.each<[string, Quantity, Allocated | null, boolean]>([
    ["nothing said", people("EXACT", 6000, 6000), null, false],
    ["less", people("EXACT", 6000, 6000), setAside(people("EXACT", 400, 400)), true],
    ["as much", people("EXACT", 6000, 6000), setAside(people("EXACT", 6000, 6000)), false],
    ["the lower end of a range", people("RANGE", 5000, 10000), setAside(people("EXACT", 5000, 5000)), false],
    ["up to so many promises none", people("UP_TO", null, 500), setAside(people("EXACT", 1, 1)), false],
    [
      "up to so many sets none aside for sure",
      people("AT_LEAST", 10, null),
      setAside(people("UP_TO", null, 500)),
      true,
    ],
    [
      "a number where none is committed",
      people("NOT_STATED", null, null),
      setAside(people("EXACT", 1, 1)),
      false,
    ],
    ["a day alone", people("NOT_APPLICABLE", null, null), setAside(null), false],
  ])("%s", (_, quantity, allocated, short) => {
    expect(isShort({ quantity, money: null, allocated })).toBe(short);
  });

  test("money is compared exactly, in its own currency", () => {
    const quantity = people("NOT_STATED", null, null);
    const line = (allocated: Allocated) => ({ quantity, money: euros("200000000.10"), allocated });
    expect(isShort(line(setAside(null, euros("200000000.09"))))).toBe(true);
    expect(isShort(line(setAside(null, euros("200000000.1000"))))).toBe(false);
    expect(isShort(line(setAside(null, { amount: "1", currency: "GBP" })))).toBe(false);
  });

  test("is a gap at ALLOCATED and DELIVERING, since it was set aside", () => {
    const contributions = [aContribution({ allocated: setAside(people("EXACT", 400, 400)) })];
    for (const stage of STAGES) {
      const pledge = aPledge({
        stage,
        contributions,
        suspendedFrom: stage === "SUSPENDED" ? "ALLOCATED" : null,
      });
      const found = unresolved(pledge, BARE, NOW).filter(({ code }) => code === "ALLOCATION_SHORT");
      const holds = stage === "ALLOCATED" || stage === "DELIVERING";
      expect([stage, found.map(({ since }) => since)]).toEqual([stage, holds ? ["2026-02-01"] : []]);
    }
  });

  test("is material, and is left out of the record while nothing is set aside", () => {
    const before = aPledge({ stage: "COMMITTED" });
    const after = {
      ...before,
      contributions: [aContribution({ allocated: setAside(people("EXACT", 1, 1)) })],
    };
    expect([isBinding(before), materialChanges(before, after)]).toEqual([true, ["contributions"]]);
    expect(JSON.stringify(pledgeRecord(before))).not.toContain("allocated");
    expect(JSON.stringify(pledgeRecord(after))).toContain('"allocated"');
  });
});

describe("amounts compared with a contribution", () => {
  test("a quantity in another unit is never accepted, nor one without a number", () => {
    fc.assert(
      fc.property(anyQuantity, anyQuantity, (own, said) => {
        const faults = whyNotMeasured({ quantity: own, money: euros("1") }, { quantity: said, money: null });
        const fits = own.unit === null || own.unit === said.unit;
        const numbered = ["EXACT", "RANGE", "AT_LEAST", "UP_TO", "APPROXIMATE"].includes(said.kind);
        expect(faults.length === 0).toBe(own.kind !== "SEALED" && fits && numbered);
      }),
    );
    for (const unit of UNITS)
      for (const kind of QUANTITY_KINDS.filter((one) => one !== "SEALED"))
        expect(
          whyNotMeasured(
            { quantity: { kind, unit }, money: null },
            { quantity: people("EXACT", 1, 1), money: null },
          ).length === 0,
        ).toBe(unit === "PERSON");
  });

  test("sums and comparisons are exact", () => {
    const amount = fc
      .tuple(fc.bigInt(0n, 10n ** 18n), fc.nat(9999))
      .map(([whole, part]) => `${whole}.${String(part).padStart(4, "0")}`);
    const units = (text: string) => BigInt(text.replace(".", ""));
    fc.assert(
      fc.property(amount, amount, (a, b) => {
        expect(
          compareAmounts(
            addAmounts(a, b),
            `${(units(a) + units(b)) / 10_000n}.${String((units(a) + units(b)) % 10_000n).padStart(4, "0")}`,
          ),
        ).toBe(0);
        expect(compareAmounts(a, b)).toBe(units(a) < units(b) ? -1 : units(a) > units(b) ? 1 : 0);
      }),
    );
    expect([addAmounts("0.1", "0.2"), addAmounts("1", "2"), addAmounts("1.50", "1.5")]).toEqual([
      "0.3",
      "3",
      "3",
    ]);
  });
});

describe("what counts as delivered", () => {
  test("a report counts unless it or its evidence was retracted", () => {
    const beside = (delivery: Delivery) => ({ ...NO_STAGE_FACTS, deliveries: [delivery] });
    const lacks = (delivery: Delivery, pledge = delivered()) =>
      missingAt(pledge, "DELIVERING", beside(delivery)).map(({ what }) => what);
    expect(lacks(report())).toEqual([]);
    expect(lacks(report({ retracted: { at: NOW, reason: "Twice" } }))).toEqual(["delivery-report"]);
    const forged = { ...paper, retracted: { at: NOW, reason: "Forged" } };
    expect(lacks(report(), aPledge({ evidence: [forged] }))).toEqual(["delivery-report"]);
    expect(missingAt(delivered(), "DELIVERING", { ...beside(report()), actionable: false })).toMatchObject([
      { code: "condition-open", what: "condition" },
    ]);
  });

  test("FULFILLED names each line that isn't confirmed, also of two of the same kind", () => {
    const [one, other] = [aContribution(), aContribution({ id: "00000000-0000-4000-8000-0000000000c2" })];
    const pledge = { ...delivered(), contributions: [one, other] };
    const lacks = (...deliveries: Delivery[]) =>
      missingAt(pledge, "FULFILLED", { ...NO_STAGE_FACTS, deliveries }).map(({ line }) => line);
    const confirmed = report({ confirmation: word });
    expect(isConfirmed(confirmed, pledge)).toBe(true);
    expect(lacks(report())).toEqual([one.id, other.id]);
    expect(lacks(confirmed)).toEqual([other.id]);
    expect(lacks(confirmed, { ...confirmed, contribution: other.id })).toEqual([]);
    expect(missingAt({ ...pledge, contributions: [] }, "FULFILLED", NO_STAGE_FACTS)).toHaveLength(1);
  });

  test("the recipient's confirmation is missing from the 31st day on", () => {
    const since = (deliveries: Delivery[], at: string) =>
      unresolved(delivered(), { ...BARE, deliveries }, at).filter(
        ({ code }) => code === "DELIVERY_UNCONFIRMED",
      );
    const on = plusDays(TODAY, -30);
    expect(since([report({ deliveredOn: on })], NOW)).toMatchObject([{ since: TODAY, class: "GAP" }]);
    expect(since([report({ deliveredOn: plusDays(on, 1) })], NOW)).toEqual([]);
    expect(since([report({ deliveredOn: on, confirmation: word })], NOW)).toEqual([]);
    const two = [report({ deliveredOn: on }), report({ deliveredOn: plusDays(on, -5) })];
    expect(since(two, NOW)[0]).toMatchObject({ since: plusDays(TODAY, -5) });
  });
});

describe("who and when", () => {
  test("the recipient's desk or a manager confirms", () => {
    const kyiv = { ...officer, desk: ["UA"] };
    const why = (actor: Actor, recipients: string[], deliveredBy = "SE"): string | null => {
      const refused = whyNotConfirm(actor, recipients, deliveredBy);
      return refused && !refused.ok ? refused.refusal.code : null;
    };
    expect([kyiv, manager, officer, auditor].map((actor) => why(actor, ["UA"]))).toEqual([
      null,
      null,
      "another-desk",
      "role",
    ]);
    expect([manager, officer].map((actor) => why(actor, []))).toEqual([null, "another-desk"]);
    const both = { ...officer, desk: ["FR", "UA"] };
    expect([both, kyiv, manager].map((actor) => why(actor, ["UA"], "FR"))).toEqual([
      "another-desk",
      null,
      null,
    ]);
    expect(why(kyiv, ["UA"], "UA"), "its own delivery").toBe("another-desk");
  });

  test("a delivery in the future can't be reported", () => {
    const wrong = whyNotReport(delivered(), report({ deliveredOn: plusDays(TODAY, 1) }), TODAY);
    expect(wrong).toEqual([{ path: "deliveredOn", code: "in-future" }]);
  });

  test.each<[Stage, boolean, boolean]>([
    ["ALLOCATED", false, true],
    ["DELIVERING", false, false],
    ["DELIVERING", true, true],
    ["FULFILLED", true, true],
    ["FULFILLED", false, false],
    ["WITHDRAWN", false, true],
  ])("at %s, with another like it %s, a report can be retracted: %s", (stage, another, fine) => {
    const one = report({ confirmation: word });
    const all = another ? [one, { ...one, id: "00000000-0000-4000-8000-0000000000f2" }] : [one];
    expect(retracted(one, delivered(stage), all, { reason: "Twice", at: NOW }).ok).toBe(fine);
  });

  test.each<[Stage, string, string, boolean]>([
    ["ALLOCATED", "reported", "nothing else", true],
    ["DELIVERING", "reported", "nothing else", false],
    ["DELIVERING", "reported", "another report", true],
    ["DELIVERING", "reported", "another piece", true],
    ["DELIVERING", "confirmed", "nothing else", true],
    ["FULFILLED", "confirmed", "nothing else", false],
    ["FULFILLED", "confirmed", "another report", true],
    ["FULFILLED", "reported", "nothing else", false],
    ["SUSPENDED", "reported", "nothing else", false],
    ["WITHDRAWN", "reported", "nothing else", true],
  ])("at %s, evidence of what is %s, with %s beside it: retracted %s", (stage, of, beside, fine) => {
    const [piece, other] = [aPiece("TRANSFER_DOCUMENT"), aPiece("TRANSFER_DOCUMENT")];
    const isOf = (what: string): string => (of === what ? piece.id : other.id);
    const reported = [isOf("reported"), ...(beside === "another piece" ? [other.id] : [])];
    const confirmation = { ...word, evidence: isOf("confirmed") };
    const one = report({ evidence: reported, confirmation });
    const more = report({
      ...{ id: "00000000-0000-4000-8000-0000000000f2", evidence: [other.id] },
      confirmation: { ...word, evidence: other.id },
    });
    const before = {
      ...aPledge({ stage, evidence: [piece, other] }),
      suspendedFrom: stage === "SUSPENDED" ? ("DELIVERING" as const) : null,
    };
    const evidence = [{ ...piece, retracted: { at: NOW, reason: "Forged" } }, other];
    const all = beside === "another report" ? [one, more] : [one];
    const why = whyNotRetractEvidence(before, { ...before, evidence }, all);
    expect(why).toEqual(fine ? null : refuse("no-such-step", { because: "evidence", stage }));
  });
});
