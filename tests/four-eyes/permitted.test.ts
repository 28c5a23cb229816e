// What the commands permit, the verifier accepts: acts after which an honest log once failed for ever.
import { afterEach, beforeEach, expect, test } from "vitest";
import { verifyRegister } from "@/lib/db/verify/verify";
import type { Actor } from "@/lib/domain/people/actor";
import type { PledgeDetails } from "@/lib/domain/details/pledge-details";
import { changePerson } from "@/lib/people/people/commands";
import { loadPerson } from "@/lib/people/people/queries";
import { conditionInput } from "@/lib/pledges/pledges/condition-schema";
import { changePledge, logPledge, setStage } from "@/lib/pledges/pledges/commands";
import { answerLink } from "@/lib/pledges/pledges/links";
import { pledgeChanges, stageInput } from "@/lib/pledges/pledges/schema";
import { setCondition } from "@/lib/pledges/pledges/set-condition";
import { loadPledge } from "@/lib/pledges/pledges/queries";
import { withdrawProposal } from "@/lib/review/proposals/commands";
import { recordTrigger } from "@/lib/conditions/triggers/commands";
import { triggerInput } from "@/lib/conditions/triggers/schema";
import { approve, decided, done, proposed } from "../support/decisions";
import {
  aSentPiece,
  aSentPledge,
  LATER,
  staffedRegister,
  value,
  type StaffedRegister,
} from "../support/registers/staffed-register";

let register: StaffedRegister;
beforeEach(async () => void (register = await staffedRegister()));
afterEach(async () => {
  const verdict = await verifyRegister();
  await register.close();
  expect(verdict).toMatchObject({ findings: [], earlier: [] });
});

const held = ({ reference, version }: PledgeDetails) => ({ reference, ifMatch: version });
const change = (by: Actor, pledge: PledgeDetails, changes: object, reason = "As agreed") =>
  changePledge(by, { ...held(pledge), changes: pledgeChanges.parse(changes), reason }, LATER);
const toCommitted = (by: Actor, pledge: PledgeDetails, changes: object = {}) => {
  const evidence = [aSentPiece({ kind: "SIGNED_DOCUMENT" })];
  const sent = stageInput.parse({ to: "COMMITTED", reason: "Signed", evidence, changes });
  return setStage(by, { ...held(pledge), ...sent }, LATER);
};
const log = async (sent: object = {}) => value(await logPledge(register.officer, aSentPledge(sent), LATER));
const committed = async (sent: object = {}) =>
  decided(register.manager2, await toCommitted(register.officer, await log(sent)));
const now = async ({ reference }: { reference: string }) =>
  value(await loadPledge(register.manager, reference, LATER));

test("who said that a binding pledge waits, changed without a decision", async () => {
  const { officer, manager } = register;
  value(
    await recordTrigger(
      manager,
      triggerInput.parse({ code: "CEASEFIRE_IN_FORCE", title: "Ceasefire", waiting: "DORMANT" }),
    ),
  );
  const pledge = await committed();
  const leaf = { trigger: "CEASEFIRE_IN_FORCE" };
  const asks = (of: PledgeDetails, condition: object) =>
    setCondition(officer, { ...held(of), ...conditionInput.parse({ condition, reason: "Said so" }) }, LATER);
  const waiting = await decided(manager, await asks(pledge, { ...leaf, basis: "INFERRED" }));
  const evidence = waiting.evidence.slice(0, 1).map(({ id }) => id);
  done(await asks(waiting, { ...leaf, basis: "STATED", evidence }));
});

test("a proposal withdrawn by its proposer, whose desk it no longer is", async () => {
  const { admin, officer } = register;
  const { id } = proposed(await toCommitted(officer, await log()));
  const changes = { desk: ["DE"], reason: "As agreed" };
  const { version } = value(await loadPerson(admin, officer.id));
  value(await changePerson(admin, { id: officer.id, ifMatch: version, changes }));
  value(await withdrawProposal({ ...officer, desk: ["DE"] }, { id }));
});

const line = { kind: "TROOPS", domain: "LAND", location: "IN_UKRAINE" };
const sealed = (number: number | null) => ({
  ...line,
  quantity: { kind: "SEALED", unit: "PERSON", min: number, max: number },
});

test("lines proposed by a manager who isn't cleared for the sealed number among them", async () => {
  const { officer, manager } = register;
  const pledge = await log({ contributions: [sealed(700)] });
  const cleared = await register.clear(register.manager2);
  const bound = await decided(cleared, await toCommitted(officer, pledge));
  const contributions = [{ id: bound.contributions[0]?.id, ...sealed(null), availableFrom: "2026-06-01" }];
  const { contributions: after } = await decided(cleared, await change(manager, bound, { contributions }));
  expect(after).toMatchObject([{ availableFrom: "2026-06-01", quantity: { sealed: "SHOWN", min: 700 } }]);
});

/** SE's desk has confirmed what another, or the proposer, claimed; then the pledge's desk drops it. */
test.each(["another", "the proposer"])(
  "a link proposed again, claimed by %s and dropped since",
  async (who) => {
    const { officer, officerNorth } = register;
    const colleague = await register.open("colleague", "OFFICER", ["FR"]);
    const claimed = done(
      await change(who === "another" ? colleague : officer, await log(), {
        jointWith: ["SE"],
        onBehalfOf: ["DE"],
      }),
    );
    const answer = { participant: "SE", does: "confirm" as const, reason: null };
    const confirmed = value(await answerLink(officerNorth, { ...held(claimed), ...answer }, LATER));
    const proposal = proposed(await toCommitted(officer, confirmed, { jointWith: ["SE", "US"] }));
    const { version } = done(await change(colleague, confirmed, { jointWith: [] }));
    value(await approve(register.manager, proposal, version));
    expect((await now(claimed)).jointWith).toMatchObject([
      { participant: "SE", state: "CLAIMED", by: officer.id },
      { participant: "US", state: "CLAIMED", by: officer.id },
    ]);
  },
);

test("a line proposed again as the same as another's, claimed by somebody else and dropped since", async () => {
  const { officer, officerNorth, manager } = register;
  const colleague = await register.open("colleague", "OFFICER", ["FR"]);
  const northern = value(await logPledge(officerNorth, aSentPledge({ participant: "SE" }), LATER));
  const pledge = await log();
  const lines = (sameAs: string | null, more: object = {}) =>
    pledge.contributions.map(({ id, quantity, money, caveats }) => ({
      ...{ id, ...line, quantity, money, caveats, sameAs, ...more },
    }));
  const other = northern.contributions[0]?.id ?? "";
  const claimed = done(await change(colleague, pledge, { contributions: lines(other) }));
  const answer = { contribution: pledge.contributions[0]?.id, does: "confirm" as const, reason: null };
  const confirmed = value(await answerLink(officerNorth, { ...held(claimed), ...answer }, LATER));
  const contributions = lines(other, { availableFrom: "2026-06-01" });
  const proposal = proposed(await toCommitted(officer, confirmed, { contributions }));
  const { version } = done(await change(colleague, confirmed, { contributions: lines(null) }));
  value(await approve(manager, proposal, version));
  expect((await now(pledge)).contributions).toMatchObject([
    { availableFrom: "2026-06-01", sameAs: { contribution: other, state: "CLAIMED", by: officer.id } },
  ]);
});
