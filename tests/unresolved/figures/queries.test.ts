import { afterAll, beforeAll, expect, test } from "vitest";
import { loadFigures } from "@/lib/unresolved/figures/queries";
import { parsePledgeFilter } from "@/lib/pledges/pledges/asked";
import { loadPledges } from "@/lib/pledges/pledges/queries";
import { parseUnresolvedFilter } from "@/lib/unresolved/unresolved/asked";
import { loadUnresolved } from "@/lib/unresolved/unresolved/queries";
import { admin, manager } from "../../support/cast";
import { filledRegister, type FilledRegister } from "../../support/registers/filled-register";

let register: FilledRegister;
beforeAll(async () => {
  register = await filledRegister({ seed: 11, pledges: 400 });
});
afterAll(() => register.end());

const all = new URLSearchParams();
const must = <T>(result: { ok: true; value: T } | { ok: false }): T => {
  if (!result.ok) throw new Error("refused");
  return result.value;
};

test("the rail's figures are those of the pages of unresolved items and pledges, and all participants and sources", async () => {
  const { at } = register;
  const figures = must(await loadFigures(manager, at));
  const unresolved = must(await loadUnresolved(manager, must(parseUnresolvedFilter(all)), at));
  const pledges = must(await loadPledges(manager, must(parsePledgeFilter(all)), at));

  expect(figures.unresolved).toBe(unresolved.counted);
  expect(figures.pledges).toBe(pledges.total);
  expect(figures.participants).toBe(register.participants.length);
  expect(figures.sources).toBe(register.sources.length);
});

test("a person who may not read the record gets no figures", async () => {
  expect(await loadFigures(admin, register.at)).toMatchObject({ ok: false, refusal: { code: "role" } });
});
