import { describe, expect, test } from "vitest";
import { holds, mayKeepPeople, mayReadPeople, mayReadRegister } from "@/lib/domain/people/actor";
import { isBinding, materialChanges, wayToVoid, type Pledge } from "@/lib/domain/pledge/pledge";
import { mayEdit } from "@/lib/domain/details/pledge-details";
import { STAGES } from "@/lib/domain/pledge/stages";
import { aContribution, admin, aPledge, auditor, everyone, officer, officerNorth } from "../../support/cast";

describe("what changes only by decision once a pledge binds", () => {
  test.each<[string, Partial<Pledge>, string[]]>([
    ["a title", { title: "Other" }, []],
    ["a summary, a due date, an owner", { summary: "x", dueOn: "2026-03-01", owner: null }, []],
    ["the window", { windowStart: "2026-07-01" }, ["windowStart"]],
    [
      "a quantity",
      {
        contributions: [
          aContribution({
            quantity: { kind: "AT_LEAST", min: 1, max: null, unit: "PERSON", asStated: null },
          }),
        ],
      },
      ["contributions"],
    ],
    [
      "money",
      { contributions: [aContribution({ money: { amount: "1", currency: "EUR" } })] },
      ["contributions"],
    ],
    [
      "a bound of the same sum",
      {
        contributions: [
          aContribution({ money: { kind: "UP_TO", min: "0", max: "1", currency: "EUR", asStated: null } }),
        ],
      },
      ["contributions"],
    ],
    [
      "a caveat",
      { contributions: [aContribution({ caveats: [{ category: "GEOGRAPHIC", text: "not there" }] })] },
      ["contributions"],
    ],
    ["a line more", { contributions: [aContribution(), aContribution({ id: "other" })] }, ["contributions"]],
    ["what a quantity is of", { contributions: [aContribution({ kind: "AIR" })] }, ["contributions"]],
    ["a line's place", { contributions: [aContribution({ location: "REMOTE" })] }, []],
  ])("%s", (_, change, weighty) => {
    expect(materialChanges(aPledge(), aPledge(change))).toEqual(weighty);
  });

  test("a pledge binds from COMMITTED on, also while suspended from there", () => {
    expect(STAGES.filter((stage) => isBinding(aPledge({ stage })))).toEqual([
      "COMMITTED",
      "ALLOCATED",
      "DELIVERING",
      "FULFILLED",
    ]);
    expect(isBinding(aPledge({ stage: "SUSPENDED", suspendedFrom: "COMMITTED" }))).toBe(true);
    expect(isBinding(aPledge({ stage: "SUSPENDED", suspendedFrom: "PLEDGED" }))).toBe(false);
  });
});

describe("who may (Who may do what)", () => {
  const may = (rule: (actor: (typeof everyone)[number]) => boolean) =>
    everyone.filter(rule).map((actor) => actor.name);

  test("keep France's records: its desk and managers", () =>
    expect(may((actor) => holds(actor, "FR"))).toEqual(["officer", "manager"]));
  test("read the register: all but administrators", () =>
    expect(may(mayReadRegister)).toEqual(["officer", "officer-north", "manager", "auditor"]));
  test("read people: auditors and administrators", () =>
    expect(may(mayReadPeople)).toEqual(["auditor", "admin"]));
  test("keep people: administrators", () => expect(may(mayKeepPeople)).toEqual(["admin"]));
  test("edit a pledge: its desk and managers", () =>
    expect(may((actor) => mayEdit(actor, aPledge()))).toEqual(["officer", "manager"]));
  test("void: managers, at once, until it binds or ends; then its desk and managers, by proposal", () => {
    const ways = (change: Partial<Pledge>) =>
      everyone
        .map((actor) => [actor.name, wayToVoid(actor, aPledge(change))])
        .filter(([, way]) => way !== null);
    expect(ways({})).toEqual([["manager", "at-once"]]);
    const proposed = [
      ["officer", "propose"],
      ["manager", "propose"],
    ];
    expect(ways({ stage: "COMMITTED" })).toEqual(proposed);
    expect(ways({ stage: "SUSPENDED", suspendedFrom: "COMMITTED" })).toEqual(proposed);
    for (const stage of ["DECLINED", "WITHDRAWN", "LAPSED", "SUPERSEDED"] as const)
      expect(ways({ stage })).toEqual(proposed);
    expect(ways({ voided: { at: "2026-02-01T08:00:00Z", reason: "x" } })).toEqual([]);
  });
  test("a desk gives rights only to officers, and only on its participants", () => {
    expect(holds({ ...auditor, desk: ["FR"] }, "FR") || holds({ ...admin, desk: ["FR"] }, "FR")).toBe(false);
    expect(holds(officerNorth, "FR") || holds({ ...officer, desk: [] }, "FR")).toBe(false);
  });
});
