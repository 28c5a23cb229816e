import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { PledgeDetails } from "@/lib/domain/details/pledge-details";
import {
  addEvidence,
  confirmPledge,
  logPledge,
  retractEvidence,
  voidPledge,
} from "@/lib/pledges/pledges/commands";
import { loadHistory } from "@/lib/pledges/pledges/queries";
import { makeRuling } from "@/lib/review/rulings/commands";
import { rulingQuery } from "@/lib/review/rulings/filter";
import { loadRulings } from "@/lib/review/rulings/queries";
import { rulingInput } from "@/lib/review/rulings/schema";
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
beforeAll(async () => {
  register = await staffedRegister();
});
afterAll(() => register.close());

const FIELD = "contributions.quantity";
const against = (claims: string, field = FIELD) => aSentPiece({ supports: false, field, claims });

/** A pledge of "several thousand", and a source that says 6,000. */
async function contested(...pieces: ReturnType<typeof aSentPiece>[]): Promise<PledgeDetails> {
  const said = aSentPiece({ field: FIELD, claims: "several thousand" });
  const evidence = [said, ...(pieces.length > 0 ? pieces : [against("6,000")])];
  return value(await logPledge(register.officer, aSentPledge({ evidence }), LATER));
}
const rule = (
  { reference, evidence }: PledgeDetails,
  change: { holds?: number | null; field?: string; supersedes?: string; reason?: string | undefined } = {},
  by = register.manager,
) => {
  const { holds = null, ...rest } = change;
  const sent = {
    pledge: reference,
    field: FIELD,
    holds: holds === null ? null : evidence[holds]?.id,
    finding: "Several thousand",
    reason: "The minister said so",
    ...rest,
  };
  return makeRuling(by, rulingInput.parse(sent));
};
const now = async ({ reference }: PledgeDetails): Promise<PledgeDetails> =>
  value(await confirmPledge(register.officer, { reference }, LATER));
const isDisputed = async (pledge: PledgeDetails): Promise<boolean> =>
  (await now(pledge)).unresolved.some(({ code }) => code === "DISPUTED");

describe("a ruling", () => {
  test("settles everything that contradicts the field, and leaves the pledge as it is", async () => {
    const pledge = await contested(
      against("6,000"),
      against("6,000 of 10,000"),
      against("May", "windowStart"),
    );
    expect(await isDisputed(pledge)).toBe(true);
    const ruling = value(await rule(pledge, { holds: 1 }));
    expect(ruling.weighed).toEqual([pledge.evidence[1]?.id, pledge.evidence[2]?.id].sort());
    expect(ruling).toMatchObject({
      holds: pledge.evidence[1]?.id,
      ruledBy: register.manager.name,
      current: true,
    });

    expect(await isDisputed(pledge)).toBe(true);
    value(await rule(pledge, { field: "windowStart" }));
    expect(await isDisputed(pledge)).toBe(false);
    expect((await now(pledge)).contributions).toEqual(pledge.contributions);
  });

  test("is made only by a manager, with a reason", async () => {
    const pledge = await contested();
    for (const who of [register.officer, register.auditor, register.admin])
      expect(refusalOf(await rule(pledge, {}, who))).toBe("role");
    expect(refusalOf(await rule(pledge, { reason: undefined }))).toBe("reason-missing");
  });

  test("needs evidence against the field, and can only hold evidence about it", async () => {
    const pledge = await contested();
    expect(refusalOf(await rule(pledge, { field: "windowEnd" }))).toBe("invalid, field not-disputed");
    const elsewhere = await contested(against("6,000"), against("May", "windowStart"));
    expect(refusalOf(await rule(elsewhere, { holds: 2 }))).toBe("invalid, holds not-a-side");
    const { id } = pledge.evidence[1] ?? { id: "" };
    value(await retractEvidence(register.officer, { id, reason: "Misread" }, LATER));
    expect(refusalOf(await rule(pledge))).toBe("invalid, field not-disputed");
  });

  test("is refused for a void pledge and one that doesn't exist", async () => {
    const pledge = await contested();
    expect(refusalOf(await rule({ ...pledge, reference: "FR-3-999" }))).toBe("not-found");
    value(
      await voidPledge(
        register.manager,
        { reference: pledge.reference, ifMatch: null, reason: "Twice" },
        LATER,
      ),
    );
    expect(refusalOf(await rule(pledge))).toBe("no-such-step");
  });

  test("is superseded by the next on its field, and later evidence opens the dispute again", async () => {
    const pledge = await contested();
    const first = value(await rule(pledge));
    const { reference } = pledge;
    value(await addEvidence(register.officer, { reference, evidence: against("8,000") }, LATER));
    expect(await isDisputed(pledge)).toBe(true);
    expect(refusalOf(await rule(pledge))).toBe("already-there");
    const foreign = value(await rule(await contested()));
    expect(refusalOf(await rule(pledge, { supersedes: foreign.id }))).toBe("invalid, supersedes unknown");

    const second = value(await rule(pledge, { supersedes: first.id, holds: 0 }));
    expect(await isDisputed(pledge)).toBe(false);
    expect(refusalOf(await rule(pledge, { supersedes: first.id }))).toBe("already-there");
    const filter = value(rulingQuery.parse(new URLSearchParams({ pledge: reference })));
    const { items, total } = value(await loadRulings(register.auditor, filter));
    expect(items.map(({ id, current }) => [id, current])).toEqual([
      [second.id, true],
      [first.id, false],
    ]);
    expect(total).toBe(2);
  });

  test("no longer settles a dispute once the evidence that it holds right is retracted", async () => {
    const pledge = await contested();
    value(await rule(pledge, { holds: 0 }));
    expect(await isDisputed(pledge)).toBe(false);
    const { id } = pledge.evidence[0] ?? { id: "" };
    value(await retractEvidence(register.officer, { id, reason: "Never said" }, LATER));
    expect(await isDisputed(pledge)).toBe(true);
  });

  test("is made once if several managers rule at the same moment, and the others learn by whom", async () => {
    const pledge = await contested();
    const managers = [register.manager, register.manager2, await register.open("third", "MANAGER")];
    const answers = await Promise.all(managers.map((manager) => rule(pledge, {}, manager)));
    const [ruling, ...more] = answers.flatMap((answer) => (answer.ok ? [answer.value] : []));
    expect(more).toEqual([]);
    expect(managers.map(({ name }) => name)).toContain(ruling?.ruledBy);
    const closed = { status: "RULED", by: ruling?.ruledBy, note: "Several thousand" };
    const refused = { code: "already-there", closed };
    expect(answers.flatMap((answer) => (answer.ok ? [] : [answer.refusal]))).toMatchObject([
      refused,
      refused,
    ]);
  });

  test("is in the history with its finding and its reason", async () => {
    const pledge = await contested();
    value(await rule(pledge));
    const { items } = value(
      await loadHistory(register.auditor, pledge.reference, { cursor: null, limit: 1 }, LATER),
    );
    expect(items[0]).toMatchObject({
      action: "ruling.made",
      reason: "The minister said so",
      changes: [{ field: FIELD, from: null, to: "Several thousand" }],
    });
  });
});

test("rulings come in pages, newest first, of one participant or priority", async () => {
  const pledges = [await contested(), await contested(), await contested()];
  const made: string[] = [];
  for (const pledge of pledges) made.unshift(value(await rule(pledge)).id);
  const page = async (asked: Record<string, string>) =>
    value(
      await loadRulings(
        register.auditor,
        value(rulingQuery.parse(new URLSearchParams({ participant: "FR", limit: "2", ...asked }))),
      ),
    );
  const first = await page({});
  const second = await page({ cursor: first.next ?? "" });
  expect([...first.items, ...second.items].map(({ id }) => id).slice(0, 3)).toEqual(made);
  expect((await page({ priority: "2" })).items).toEqual([]);
  expect(refusalOf(await loadRulings(register.admin, value(rulingQuery.parse(new URLSearchParams()))))).toBe(
    "role",
  );
  for (const wrong of ["pledge=FR", "cursor=x", "field=stage"])
    expect(rulingQuery.parse(new URLSearchParams(wrong)).ok).toBe(false);
});
