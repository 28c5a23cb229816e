// A list of requirements reads all offers once, and after a change only what changed; one requirement reads its own offers.
// Both give the same.
import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { plansOf } from "@/bench/report/plan";
import { findAllOffers } from "@/lib/db/queries/conditions/offered-register";
import type { Tx } from "@/lib/db/write";
import { THE_REGISTER } from "@/lib/domain/people/actor";
import type { Pledge } from "@/lib/domain/pledge/pledge";
import type { Offer } from "@/lib/domain/requirements/offer";
import { loadLadder } from "@/lib/requirements/ladder/queries";
import { parseLadderFilter, parseRequirementFilter } from "@/lib/requirements/filter";
import { loadNeeds } from "@/lib/requirements/needs/queries";
import { loadRequirement, loadRequirements } from "@/lib/requirements/queries";
import { change, expectOk } from "../db/register";
import { anApproval, manager } from "../support/cast";
import { wholeRegister } from "../support/registers/filled-register";

let register: Awaited<ReturnType<typeof wholeRegister>>;
beforeAll(async () => {
  register = await wholeRegister({ seed: 3, pledges: 400 });
});
afterAll(() => register.end());

const ALL = expectOk(parseRequirementFilter(new URLSearchParams("closed=with")));
const listed = async () => expectOk(await loadRequirements(manager, ALL, register.at));
const alone = async (reference: string) => expectOk(await loadRequirement(manager, reference, register.at));

async function firstOffer(): Promise<Offer> {
  const [offer] = (await findAllOffers()).offers;
  if (!offer) throw new Error("nothing is offered");
  return offer;
}

async function editing(tx: Tx, reference: string, fields: Partial<Pledge>): Promise<void> {
  const pledge = await tx.pledges.lock(reference);
  if (!pledge) throw new Error("not on record");
  await tx.save("pledge", pledge, { ...pledge, ...fields }, { action: "pledge.changed" });
}

const editOffered = (fields: Partial<Pledge>) => async (tx: Tx) =>
  editing(tx, (await firstOffer()).pledge, fields);

const VOTE = randomUUID();
const TRIGGER = "CEASEFIRE_IN_FORCE";
const MOVES: [string, (tx: Tx) => Promise<unknown>][] = [
  ["a title", editOffered({ title: "Another title" })],
  ["a stage", editOffered({ stage: "FULFILLED" })],
  ["a window", editOffered({ windowEnd: "2099-01-31" })],
  [
    "a condition",
    async (tx) => {
      const vote = anApproval({ id: VOTE, participant: "FR", serves: [], createdAt: tx.at });
      await tx.save("approval", null, vote, { action: "approval.recorded" });
      const condition = { all: [{ approval: VOTE }, { trigger: TRIGGER }] };
      await editOffered({ stage: "PLEDGED", condition, conditionSetOn: "2026-01-07" })(tx);
    },
  ],
  [
    "a vote",
    async (tx) => {
      const vote = await tx.approvals.lock(VOTE);
      if (vote)
        await tx.save("approval", vote, { ...vote, status: "APPROVED" }, { action: "approval.changed" });
    },
  ],
  [
    "a trigger",
    async (tx) => {
      const trigger = await tx.triggers.lock(TRIGGER);
      const state = trigger?.state === "MET" ? "NOT_MET" : "MET";
      if (trigger) await tx.save("trigger", trigger, { ...trigger, state }, { action: "trigger.changed" });
    },
  ],
  [
    "an offer that is withdrawn",
    async (tx) => {
      const before = await firstOffer();
      const after = { ...before, withdrawn: { at: tx.at, reason: "No longer" } };
      await tx.save("offer", before, after, { action: "offer.withdrawn" });
    },
  ],
  [
    "an offer of a pledge that had none",
    async (tx) => {
      const { offers } = await findAllOffers();
      const offered = new Set(offers.map(({ pledge }) => pledge));
      const reference = register.pledges.map((one) => one.reference).find((one) => !offered.has(one));
      const pledge = reference === undefined ? null : await tx.pledges.lock(reference);
      const [line] = pledge?.contributions ?? [];
      if (!pledge || !line) throw new Error("no pledge without an offer");
      const offer = {
        ...(await firstOffer()),
        id: randomUUID(),
        pledge: pledge.reference,
        contribution: line.id,
      };
      const fresh = { ...offer, amount: null, fit: null, reason: null, withdrawn: null, version: 1 };
      await tx.save(
        "offer",
        null,
        { ...fresh, createdAt: tx.at, updatedAt: tx.at },
        { action: "offer.made" },
      );
    },
  ],
  ["a line that is removed", editOffered({ contributions: [] })],
];

test("a list has the same of each requirement as one that is loaded alone", async () => {
  const before = await listed();
  expect(before.length).toBe(register.requirements.length);
  expect(before.filter(({ coverage }) => coverage.offers.length > 0).length).toBeGreaterThan(3);
  for (const sheet of before) expect(sheet).toEqual(await alone(sheet.requirement.reference));
});

test.each(MOVES)("%s is in the next list, which agrees with each requirement alone", async (_, move) => {
  const [before, needs] = [await findAllOffers(), expectOk(await loadNeeds(manager, register.at))];
  await change(THE_REGISTER, move);
  expect(await findAllOffers()).not.toBe(before);
  expect(expectOk(await loadNeeds(manager, register.at))).not.toBe(needs);
  for (const sheet of await listed()) expect(sheet).toEqual(await alone(sheet.requirement.reference));
});

test("a change that no requirement depends on leaves everything as it was", async () => {
  const offer = await firstOffer();
  const [before, needs] = [await findAllOffers(), expectOk(await loadNeeds(manager, register.at))];
  await change(THE_REGISTER, (tx) => editing(tx, offer.pledge, { lastConfirmedOn: "2026-02-20" }));
  expect(await findAllOffers()).toBe(before);
  expect(expectOk(await loadNeeds(manager, register.at))).toBe(needs);
});

test("a change is known also if very many entries follow it", async () => {
  const offer = await firstOffer();
  await change(THE_REGISTER, (tx) => editing(tx, offer.pledge, { title: "A title among many" }));
  await change(THE_REGISTER, async (tx) => {
    for (let n = 0; n <= 500; n += 1) {
      const source = { ...register.sources[0]!, id: randomUUID() };
      await tx.save("source", null, source, { action: "source.recorded" });
    }
  });
  const { pledgesOn } = await findAllOffers();
  const titles = pledgesOn(register.today, null).map(({ title }) => title);
  expect(titles).toContain("A title among many");
  for (const sheet of await listed()) expect(sheet).toEqual(await alone(sheet.requirement.reference));
});

test("until something changes, the list and the ladder of any trigger read no pledge again", async () => {
  await listed();
  for (const code of ["CEASEFIRE_IN_FORCE", "RENEWED_ATTACK"]) {
    const asked = expectOk(parseLadderFilter(new URLSearchParams({ trigger: code })));
    const { plans } = await plansOf(async () => [
      expectOk(await loadLadder(manager, asked, register.at)),
      await listed(),
    ]);
    const tables = plans.flatMap(({ scans }) => scans.map(({ table }) => table));
    for (const table of ["pledge", "contribution", "offer", "evidence"]) expect(tables).not.toContain(table);
  }
});
