// Sealed numbers on their way in and out: who enters them, who changes them, where they are.
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { pool } from "@/lib/db/client";
import { verifyRegister } from "@/lib/db/verify/verify";
import { write } from "@/lib/db/write";
import type { Actor } from "@/lib/domain/people/actor";
import { ok } from "@/lib/domain/base/result";
import type { PledgeDetails } from "@/lib/domain/details/pledge-details";
import { changePledge, logPledge, setStage } from "@/lib/pledges/pledges/commands";
import { csvLine } from "@/lib/domain/exchange/csv";
import { tableRows } from "@/lib/domain/exchange/table";
import { pledgeList } from "@/lib/domain/exchange/tables/pledge-table";
import { loadHistory, loadPledge, loadPledgesCsv } from "@/lib/pledges/pledges/queries";
import { parsePledgeFilter } from "@/lib/pledges/pledges/asked";
import { pledgeChanges, stageInput } from "@/lib/pledges/pledges/schema";
import { decideProposal } from "@/lib/review/proposals/commands";
import { loadProposal, loadReview } from "@/lib/review/proposals/queries";
import { proposalQuery } from "@/lib/review/proposals/filter";
import { decided, done, proposed } from "@/tests/support/decisions";
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
let officer: Actor;
let manager: Actor;
let cleared: Actor;
beforeAll(async () => {
  register = await staffedRegister();
  ({ officer, manager } = register);
  cleared = await register.clear(register.manager2);
});
afterAll(() => register.close());

const NUMBER = 74_219;
const quantity = (change: object = {}) => ({ kind: "SEALED", unit: "PERSON", ...change });
const line = (change: object = {}) => ({
  kind: "TROOPS",
  domain: "LAND",
  location: "IN_UKRAINE",
  quantity: quantity(change),
});
const sent = (change: object = {}) => aSentPledge({ contributions: [line(change)] });
const log = async (by: Actor = officer, change: object = { min: NUMBER, max: NUMBER }) =>
  value(await logPledge(by, sent(change), LATER));
const read = async (by: Actor, { reference }: PledgeDetails) => value(await loadPledge(by, reference, LATER));
const quantityOf = (sheet: PledgeDetails) => sheet.contributions[0]?.quantity;
const patch = (by: Actor, sheet: PledgeDetails, change: object, reason?: string) => {
  const contributions = [{ id: sheet.contributions[0]?.id, ...line(change) }];
  const held = { reference: sheet.reference, ifMatch: sheet.version };
  return changePledge(by, { ...held, changes: pledgeChanges.parse({ contributions }), reason }, LATER);
};
const bind = async (sheet: PledgeDetails): Promise<PledgeDetails> =>
  decided(
    cleared,
    await setStage(
      officer,
      {
        reference: sheet.reference,
        ifMatch: sheet.version,
        ...stageInput.parse({
          to: "COMMITTED",
          reason: "Signed",
          evidence: [aSentPiece({ kind: "SIGNED_DOCUMENT" })],
        }),
      },
      LATER,
    ),
  );
/** Entries of the log with a match of the pattern. */
const inTheLog = async (pattern: string): Promise<number> =>
  Number(
    (
      await pool().query<{ n: string }>("SELECT count(*) AS n FROM audit.event WHERE payload || leaf ~ $1", [
        pattern,
      ])
    ).rows[0]?.n,
  );

/** Not as digits within a hash, where any number may occur by chance. */
const asNumber = (number: number): string => `(?<![0-9a-f])${number}(?![0-9a-f])`;

const readings = async () =>
  (
    await pool().query<object>(
      "SELECT person_id, path FROM audit.access WHERE kind = 'SEALED_READ' ORDER BY seq",
    )
  ).rows;

describe("who enters a number", () => {
  test("the participant's desk does, and can read it; the log has only its hash", async () => {
    const sheet = await log();
    const shown = {
      kind: "SEALED",
      min: NUMBER,
      max: NUMBER,
      unit: "PERSON",
      asStated: null,
      sealed: "SHOWN",
    };
    expect(quantityOf(sheet)).toEqual(shown);
    expect(quantityOf(await read(officer, sheet))).toEqual(shown);
    expect(quantityOf(await read(cleared, sheet))).toEqual(shown);
    const hidden = { ...shown, min: null, max: null, sealed: "HIDDEN" };
    for (const other of [manager, register.auditor, register.officerNorth])
      expect(quantityOf(await read(other, sheet))).toEqual(hidden);
    expect(await inTheLog(asNumber(NUMBER))).toBe(0);
    expect(await inTheLog('"commitment"')).toBeGreaterThan(0);
  });

  test("and each reading is noted, but only of people who are shown it", async () => {
    const sheet = await log();
    const before = await readings();
    await read(manager, sheet);
    await read(register.auditor, sheet);
    expect(await readings()).toEqual(before);
    await read(cleared, sheet);
    await read(officer, sheet);
    expect((await readings()).slice(before.length)).toEqual([
      { person_id: cleared.id, path: "FR" },
      { person_id: officer.id, path: "FR" },
    ]);
  });

  test.each([
    [{ min: 5, max: 5 }, "min not-cleared"],
    [{ min: 5 }, "min not-cleared"],
    [{ max: 5 }, "max not-cleared"],
  ])("but not a manager without clearance: %j", async (change, why) => {
    expect(refusalOf(await logPledge(manager, sent(change), LATER))).toContain(
      `contributions.0.quantity.${why}`,
    );
    const bare = await log(manager, {});
    expect(refusalOf(await patch(manager, bare, change))).toContain(`contributions.0.quantity.${why}`);
    expect(quantityOf(bare)).toEqual({
      kind: "SEALED",
      min: null,
      max: null,
      unit: "PERSON",
      asStated: null,
    });
  });

  test("and one end alone, or both, are kept as they are", async () => {
    for (const ends of [
      { min: 3, max: null },
      { min: null, max: 9 },
      { min: 3, max: 9 },
      { min: 0, max: 0 },
    ])
      expect(quantityOf(await log(officer, ends))).toMatchObject({ ...ends, sealed: "SHOWN" });
  });
});

describe("a change of a line with a number", () => {
  test("by a person without clearance, who sends it back as read, keeps the number", async () => {
    const sheet = await log();
    const hidden = quantityOf(await read(manager, sheet)) ?? {};
    const after = done(await patch(manager, sheet, { ...hidden, asStated: "Withheld" }));
    expect(quantityOf(after)).toMatchObject({ min: null, sealed: "HIDDEN", asStated: "Withheld" });
    expect(quantityOf(await read(officer, after))).toMatchObject({ min: NUMBER, asStated: "Withheld" });
    expect(refusalOf(await patch(manager, after, { unit: "BRIGADE" }))).toBe(
      "invalid, contributions.0.quantity.unit not-cleared",
    );
  });

  test("by a person who got clearance since they read it keeps the number", async () => {
    const sheet = await log();
    const after = done(await patch(cleared, sheet, { sealed: "HIDDEN" }));
    expect(after.version).toBe(sheet.version);
    expect(quantityOf(after)).toMatchObject({ min: NUMBER });
  });

  test("to the same number is none; to another it is one, and others see only that it changed", async () => {
    const sheet = await log();
    expect(done(await patch(officer, sheet, { min: NUMBER, max: NUMBER, sealed: "SHOWN" })).version).toBe(1);
    const after = done(await patch(officer, sheet, { min: 5, max: 5, sealed: "SHOWN" }));
    expect(after.version).toBe(2);
    const told = async (by: Actor) =>
      value(await loadHistory(by, sheet.reference, { cursor: null, limit: 1 }, LATER)).items[0]?.changes;
    const hidden = quantityOf(await read(manager, sheet));
    expect(await told(manager)).toEqual([{ field: "contributions.0.quantity", from: hidden, to: hidden }]);
    expect(await told(officer)).toMatchObject([{ from: { min: NUMBER }, to: { min: 5 } }]);
  });

  test("by a person who knows the number can remove it", async () => {
    const sheet = await log();
    const after = done(await patch(officer, sheet, {}));
    expect(quantityOf(after)).not.toHaveProperty("sealed");
    expect(quantityOf(await read(manager, after))).not.toHaveProperty("sealed");
  });
});

describe("a binding pledge", () => {
  test("gets another number by a proposal with only its hash, approved by a cleared manager", async () => {
    const sheet = await bind(await log());
    const proposal = proposed(await patch(officer, sheet, { min: 74_220, max: 74_220 }, "Told so"));
    const asText = ({ wish }: { wish: object }) => JSON.stringify(wish);
    expect(asText(proposal)).toContain("74220");
    const stored = await pool().query<{ wish: object }>("SELECT wish FROM proposal WHERE id = $1", [
      proposal.id,
    ]);
    expect(JSON.stringify(stored.rows)).not.toMatch(new RegExp(asNumber(74_220)));
    expect(await inTheLog(asNumber(74_220))).toBe(0);
    expect(asText(value(await loadProposal(manager, proposal.id)))).not.toContain("74220");
    const filter = value(proposalQuery.parse(new URLSearchParams()));
    const review = async (by: Actor) => value(await loadReview(by, proposal.id, filter, LATER));
    expect(JSON.stringify(await review(manager))).not.toMatch(/\b742\d\d\b|commitment/);
    expect(JSON.stringify((await review(cleared)).changes)).toContain("74220");
    expect((await review(manager)).checks).toContainEqual({ what: "sealed", ok: false });

    const approve = { id: proposal.id, decision: "APPROVE", note: null } as const;
    expect(refusalOf(await decideProposal(manager, approve))).toBe("role");
    value(await decideProposal(cleared, approve));
    expect(quantityOf(await read(officer, sheet))).toMatchObject({ min: 74_220 });
  });

  test("can be decided without clearance if the number stays, else only sent back", async () => {
    const sheet = await bind(await log());
    const first = proposed(await patch(officer, sheet, { min: 8, max: 8 }, "Told so"));
    value(await decideProposal(manager, { id: first.id, decision: "RETURN", note: "By whom?" }));
    const hidden = quantityOf(await read(cleared, sheet)) ?? {};
    const second = proposed(await patch(officer, sheet, { ...hidden, asStated: "In confidence" }, "Words"));
    value(await decideProposal(manager, { id: second.id, decision: "APPROVE", note: null }));
    expect(quantityOf(await read(officer, sheet))).toMatchObject({ min: NUMBER, asStated: "In confidence" });
  });
});

describe("a number is", () => {
  test("not in anybody’s CSV of pledges", async () => {
    const sheet = await log(officer, { min: 74_221, max: 74_221 });
    const filter = value(parsePledgeFilter(new URLSearchParams(`participant=FR`)));
    for (const actor of [officer, cleared, manager]) {
      const { rows } = value(await loadPledgesCsv(actor, filter, LATER));
      let text = "";
      for await (const batch of tableRows(pledgeList, rows)) text += batch.map(csvLine).join("");
      expect(text).toContain(sheet.reference);
      expect(text).not.toMatch(/\b74,?22/);
    }
  });

  test("never stored without its hash in the log, nor changed or deleted afterwards", async () => {
    const sheet = await log();
    await expect(
      write(officer, async (tx) => {
        await tx.keepSealed(sheet, sheet.contributions[0]?.id ?? "", { min: 1, max: 1, unit: null });
        return ok(null);
      }),
    ).rejects.toThrow("without its event");
    await expect(pool().query("UPDATE sealed_quantity SET min = 1")).rejects.toThrow();
    await expect(pool().query("DELETE FROM sealed_quantity")).rejects.toThrow();
  });

  test("the one that was hashed, by the verification", async () => {
    expect(await verifyRegister()).toMatchObject({ intact: true });
  });
});
