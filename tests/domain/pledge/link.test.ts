// Which other participants a pledge names, and what becomes of a claim.
import fc from "fast-check";
import { expect, test } from "vitest";
import {
  answeredClaim,
  LINK_STATES,
  linksTo,
  mayAnswerClaim,
  mergedLinks,
  positionsOf,
  rowsOf,
  type ParticipantLink,
} from "@/lib/domain/pledge/link";
import { materialChanges, type Pledge } from "@/lib/domain/pledge/pledge";
import { pledgeRecord } from "@/lib/domain/history/record";
import { coverageOf } from "@/lib/domain/unresolved/matrix";
import { aPledge, everyone, france, manager, officer, officerNorth } from "../../support/cast";

const link = (
  participant: string,
  state: ParticipantLink["state"] = "CLAIMED",
  by = officer.id,
): ParticipantLink => ({
  participant,
  state,
  by,
  reason: state === "DECLINED" ? "Not so." : null,
});

test("links that the actor may confirm are confirmed at once, and the others are claimed", () => {
  const states = (actor: typeof officer) =>
    linksTo(actor, [], ["SE", "DE"]).map((one) => [one.participant, one.state]);
  expect(states(officer)).toEqual([
    ["DE", "CONFIRMED"],
    ["SE", "CLAIMED"],
  ]);
  expect(states(manager).map(([, state]) => state)).toEqual(["CONFIRMED", "CONFIRMED"]);
});

test("links on record stay as they are, and those left out are withdrawn", () => {
  const recorded = [link("SE", "DECLINED"), link("NO")];
  expect(linksTo(manager, recorded, ["SE"])).toEqual([recorded[0]]);
  expect(mergedLinks([link("SE", "CONFIRMED")], [link("SE"), link("NO")])).toEqual([
    link("NO"),
    link("SE", "CONFIRMED"),
  ]);
});

test("the participant's desk and managers answer a claim, except its author, and only once", () => {
  const may = (claim: ParticipantLink) =>
    everyone.filter((actor) => mayAnswerClaim(actor, claim, claim.participant)).map(({ id }) => id);
  expect(may(link("SE"))).toEqual([officerNorth.id, manager.id]);
  expect(may(link("SE", "CLAIMED", manager.id))).toEqual([officerNorth.id]);
  expect(may(link("SE", "CONFIRMED"))).toEqual([]);
  const answer = (actor: typeof officer, claim: ParticipantLink, reason: string | null = null) => {
    const done = answeredClaim(actor, claim, { does: "decline", reason });
    return done.ok ? done.value.state : done.refusal.code;
  };
  expect(answer(officer, link("SE"))).toBe("own-proposal");
  expect(answer(officerNorth, link("SE"))).toBe("reason-missing");
  expect(answer(officerNorth, link("SE"), "Not so.")).toBe("DECLINED");
  expect(answer(officerNorth, link("SE", "CONFIRMED"), "Not so.")).toBe("no-such-step");
});

test("only what is confirmed needs a decision on a binding pledge", () => {
  const binding = aPledge({ stage: "COMMITTED" });
  const after = (...jointWith: ParticipantLink[]) => materialChanges(binding, { ...binding, jointWith });
  expect(after(link("SE"))).toEqual([]);
  expect(after(link("SE", "DECLINED"))).toEqual([]);
  expect(after(link("SE", "CONFIRMED"))).toEqual(["jointWith"]);
});

test("the record of a pledge that names nobody has no links", () => {
  const membersOf = (pledge: Pledge) => Object.keys(pledgeRecord(pledge) as object);
  expect(membersOf(aPledge())).not.toContain("jointWith");
  expect(membersOf(aPledge({ jointWith: [link("SE")] }))).toContain("jointWith");
});

const anyLinks = fc.uniqueArray(
  fc.record({ participant: fc.constantFrom("DE", "SE", "US"), state: fc.constantFrom(...LINK_STATES) }),
  { selector: ({ participant }) => participant, maxLength: 3 },
);

test("a joint pledge is a position of each who confirmed it, one on behalf of others only of its own", () => {
  fc.assert(
    fc.property(anyLinks, fc.boolean(), (links, isJoint) => {
      const named = links.map(({ participant, state }) => link(participant, state));
      const pledge = aPledge(isJoint ? { jointWith: named } : { onBehalfOf: named });
      const confirmed = named
        .filter(({ state }) => state === "CONFIRMED")
        .map(({ participant }) => participant);
      expect([...positionsOf(pledge)].sort()).toEqual(["FR", ...(isJoint ? confirmed : [])].sort());
      const rows = rowsOf(pledge);
      expect(rows.filter(({ part }) => part === "OWN")).toEqual([{ participant: "FR", part: "OWN" }]);
      const everybody = ["FR", "DE", "SE", "US"].map((code) => ({ ...france, code }));
      const stages = rows.map((row) => ({ ...row, priority: 3, stage: pledge.stage, count: 1 }));
      const { cells } = coverageOf(everybody, "2026-02-25", stages, []);
      for (const { participant, position, onBehalf, claimed, pledges } of cells.filter(
        (one) => one.priority === 3,
      )) {
        const state = named.find((one) => one.participant === participant)?.state;
        const isPosition = participant === "FR" || (isJoint && state === "CONFIRMED");
        expect([position, pledges]).toEqual(isPosition ? ["OPEN", 1] : ["NONE", 0]);
        expect(onBehalf).toBe(!isJoint && state === "CONFIRMED" ? 1 : 0);
        expect(claimed).toBe(state === "CLAIMED" ? 1 : 0);
      }
    }),
  );
});
