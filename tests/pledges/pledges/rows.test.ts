import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { plusDays, type Instant } from "@/lib/domain/base/day";
import { toListItem, type PledgeDetails, type PledgeRow } from "@/lib/domain/details/pledge-details";
import type { Actor } from "@/lib/domain/people/actor";
import { parsePledgeFilter } from "@/lib/pledges/pledges/asked";
import { logPledge, setStage } from "@/lib/pledges/pledges/commands";
import { loadPledge, loadPledges } from "@/lib/pledges/pledges/queries";
import { stageInput } from "@/lib/pledges/pledges/schema";
import { auditor } from "../../support/cast";
import { proposed, sendBack } from "../../support/decisions";
import { wholeRegister } from "../../support/registers/filled-register";
import {
  aSentPiece,
  aSentPledge,
  LATER,
  staffedRegister,
  value,
} from "../../support/registers/staffed-register";

describe("a list has from what is stored of each pledge what its page has from the rules", () => {
  let register: Awaited<ReturnType<typeof wholeRegister>>;
  beforeAll(async () => {
    register = await wholeRegister({ seed: 11, pledges: 400 });
  });
  afterAll(() => register.end());

  test.each([0, 45, 700])("%i days later", async (days) => {
    const at = plusDays(register.today, days) + register.at.slice(10);
    const rows = await allRows(auditor, at);
    const items = rows.flatMap(({ unresolved }) => unresolved);
    expect(rows.some(({ supersedes }) => supersedes !== null)).toBe(true);
    expect(rows.some(({ actionable }) => !actionable)).toBe(true);
    expect(rows.some(({ unresolved }) => unresolved.length > 2)).toBe(true);
    if (days === 0) expect(items.some(({ until }) => until !== undefined)).toBe(true);
    await expectPages(auditor, rows, at);
  });
});

test("a list has the same as the page for a proposal, and for a sealed number to each reader", async () => {
  const register = await staffedRegister();
  const { officer, manager } = register;
  const sealed = { quantity: { kind: "SEALED", min: 71, max: 71, unit: "PERSON" } };
  const [line] = aSentPledge().contributions;
  const log = async (given: object = {}) => value(await logPledge(officer, aSentPledge(given), LATER));
  const commit = async ({ reference, version }: PledgeDetails) => {
    const input = stageInput.parse({ to: "COMMITTED", reason: "Signed." });
    return proposed(await setStage(officer, { reference, ifMatch: version, ...input }, LATER));
  };
  const evidence = [aSentPiece({ kind: "SIGNED_DOCUMENT" })];
  await commit(await log({ evidence, contributions: [{ ...line, ...sealed }] }));
  value(await sendBack(manager, await commit(await log({ evidence }))));
  await log();
  for (const who of [officer, manager]) {
    const rows = await allRows(who, LATER);
    expect(rows.map(({ proposal }) => proposal?.status ?? null).sort()).toEqual(["OPEN", "RETURNED", null]);
    const numbers = rows.flatMap(({ contributions }) => contributions.map(({ quantity }) => quantity.min));
    expect(numbers.includes(71)).toBe(who === officer);
    await expectPages(who, rows, LATER);
  }
  await register.close();
});

async function expectPages(who: Actor, rows: readonly PledgeRow[], at: Instant): Promise<void> {
  for (const row of rows) {
    const sheet = await loadPledge(who, row.reference, at);
    expect(row).toEqual(sheet.ok && toListItem(sheet.value));
  }
}

async function allRows(who: Actor, at: Instant): Promise<PledgeRow[]> {
  const rows: PledgeRow[] = [];
  for (let cursor: string | null = ""; cursor !== null;) {
    const filter = parsePledgeFilter(
      new URLSearchParams(`voided=with&limit=100${cursor && `&cursor=${cursor}`}`),
    );
    const found = filter.ok && (await loadPledges(who, filter.value, at));
    if (!found || !found.ok) throw new Error("no list");
    rows.push(...found.value.items);
    cursor = found.value.next;
  }
  return rows;
}
