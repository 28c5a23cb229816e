// A list of requirements reads all that is offered once, and again after a change; one requirement reads what is its own.
// Both say the same.
import { afterAll, beforeAll, expect, test } from "vitest";
import { plansOf } from "@/bench/report/plan";
import { THE_REGISTER } from "@/lib/domain/people/actor";
import { loadLadder } from "@/lib/requirements/ladder/queries";
import { parseLadderFilter, parseRequirementFilter } from "@/lib/requirements/filter";
import { loadRequirement, loadRequirements } from "@/lib/requirements/queries";
import { change, expectOk } from "../db/register";
import { manager } from "../support/cast";
import { wholeRegister } from "../support/registers/filled-register";

let register: Awaited<ReturnType<typeof wholeRegister>>;
beforeAll(async () => {
  register = await wholeRegister({ seed: 3, pledges: 400 });
});
afterAll(() => register.end());

const ALL = expectOk(parseRequirementFilter(new URLSearchParams("closed=with")));
const listed = async () => expectOk(await loadRequirements(manager, ALL, register.at));
const alone = async (reference: string) => expectOk(await loadRequirement(manager, reference, register.at));

test("a list says of each requirement what is said of it alone, also after a change", async () => {
  const before = await listed();
  expect(before.length).toBe(register.requirements.length);
  expect(before.filter(({ coverage }) => coverage.offers.length > 0).length).toBeGreaterThan(3);
  for (const sheet of before) expect(sheet).toEqual(await alone(sheet.requirement.reference));

  const [offered] = before.flatMap(({ coverage }) => coverage.offers);
  const reference = offered?.pledge.reference ?? "";
  await change(THE_REGISTER, async (tx) => {
    const pledge = await tx.pledges.lock(reference);
    if (!pledge) throw new Error("not on record");
    await tx.save("pledge", pledge, { ...pledge, title: "Another title" }, { action: "pledge.changed" });
  });
  const titles = (await listed()).flatMap(({ coverage }) =>
    coverage.offers.flatMap(({ pledge }) => (pledge.reference === reference ? pledge.title : [])),
  );
  expect(new Set(titles)).toEqual(new Set(["Another title"]));
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
