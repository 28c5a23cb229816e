import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { PledgeDetails } from "@/lib/domain/details/pledge-details";
import {
  addEvidence,
  changePledge,
  confirmPledge,
  logPledge,
  retractEvidence,
  setStage,
  voidPledge,
} from "@/lib/pledges/pledges/commands";
import { loadPledge } from "@/lib/pledges/pledges/queries";
import { pledgeChanges, stageInput, type PledgeChanges } from "@/lib/pledges/pledges/schema";
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
let officer: StaffedRegister["officer"];
let manager: StaffedRegister["manager"];
let manager2: StaffedRegister["manager"];
beforeAll(async () => {
  register = await staffedRegister();
  ({ officer, manager, manager2 } = register);
});
afterAll(() => register.close());

const log = async (change: object = {}): Promise<PledgeDetails> =>
  value(await logPledge(officer, aSentPledge(change), LATER));
const held = ({ reference, version }: PledgeDetails) => ({ reference, ifMatch: version });
const change = (sheet: PledgeDetails, changes: PledgeChanges, by = officer, reason?: string) =>
  changePledge(by, { ...held(sheet), changes: pledgeChanges.parse(changes), reason }, LATER);
const step = (sheet: PledgeDetails, wish: object, by = manager) =>
  setStage(by, { ...held(sheet), ...stageInput.parse(wish) }, LATER);
/** Proposed by one manager, approved by the other. */
const stepped = async (sheet: PledgeDetails, wish: object): Promise<PledgeDetails> =>
  decided(manager2, await step(sheet, wish));
const committed = async (): Promise<PledgeDetails> =>
  stepped(await log(), {
    to: "COMMITTED",
    reason: "Signed",
    evidence: [aSentPiece({ kind: "SIGNED_DOCUMENT" })],
  });

/** Expects the refusal, and that nothing was logged. */
async function refused(
  attempt: () => Promise<Parameters<typeof refusalOf>[0]>,
  expected: string,
): Promise<void> {
  const before = [await register.head(), await register.count("source")];
  expect(refusalOf(await attempt())).toBe(expected);
  expect([await register.head(), await register.count("source")]).toEqual(before);
}

describe("logging", () => {
  test("gives the whole record with its reference, last confirmed on the day it was stated", async () => {
    const sheet = await log({ participant: "DE", priority: 1 });
    expect(sheet).toMatchObject({
      reference: "DE-1-001",
      version: 1,
      lastConfirmedOn: "2026-01-06",
      instrument: "OFFICIAL_STATEMENT",
      contributions: [
        { money: { amount: "200000000.00", currency: "EUR" }, quantity: { min: 6000, unit: "PERSON" } },
      ],
      may: { edit: true },
    });
    expect(await register.eventsOf(sheet.id)).toEqual([
      { action: "pledge.logged", reason: null, actor: officer.name },
    ]);
  });

  test("of a statement dated ahead confirms no later than today, and refuses a confirmation dated ahead", async () => {
    const sheet = await log({ statedOn: "2199-01-01", authorisedBy: null });
    expect(sheet.lastConfirmedOn).toBe(sheet.stageSetOn);
    expect(sheet.unresolved.find(({ code }) => code === "NO_AUTHORITY")?.since).toBe(sheet.stageSetOn);
    const ahead = aSentPledge({ lastConfirmedOn: "2199-01-01" });
    await refused(() => logPledge(officer, ahead, LATER), "invalid, lastConfirmedOn in-future");
  });

  test("records a document once, however often it is cited", async () => {
    const source = { publisher: "Twice", language: "fr", ownership: "OFFICIAL" };
    const first = await log({
      evidence: [aSentPiece({ source }), aSentPiece({ source, kind: "INTERVIEW" })],
    });
    const second = await log({ evidence: [aSentPiece({ source: { id: first.evidence[0]?.source.id } })] });
    const ids = [...first.evidence, ...second.evidence].map((piece) => piece.source.id);
    expect(new Set(ids).size).toBe(1);
  });

  test("a declined pledge is logged with its reason, which is shown with it", async () => {
    const sheet = await log({ stage: "DECLINED", reason: "Fixed position" });
    expect(sheet).toMatchObject({ stage: "DECLINED", stageReason: "Fixed position", unresolved: [] });
  });

  test.each([
    ["a participant that isn't there", { participant: "XX" }, "another-desk"],
    ["a position of no without a reason", { stage: "DECLINED" }, "reason-missing"],
    [
      "one report alone for PLEDGED",
      { evidence: [aSentPiece({ kind: "MEDIA_REPORT" })] },
      "evidence-missing",
    ],
    [
      "evidence that all contradicts",
      { stage: "SIGNALLED", evidence: [aSentPiece({ supports: false })] },
      "evidence-missing",
    ],
    ["an owner without an account", { owner: "nobody@register.example" }, "invalid, owner unknown"],
    [
      "an owner who keeps no records",
      { owner: "auditor@register.example" },
      "invalid, owner keeps-no-records",
    ],
    [
      "a source that isn't on record",
      {
        evidence: [
          aSentPiece({ source: { publisher: "New", language: "en", ownership: "OFFICIAL" } }),
          aSentPiece({ source: { id: "7f8a4c52-3a07-4a0d-9d0c-0d6f0a3b9a11" } }),
        ],
      },
      "invalid, evidence.1.source.id unknown",
    ],
    ["a place of one that isn't there", { supersedes: "FR-3-900" }, "invalid, supersedes unknown"],
  ])("%s is refused, and leaves nothing behind", async (_what, wrong, expected) => {
    await refused(() => logPledge(officer, aSentPledge(wrong), LATER), expected);
  });

  test("a manager learns that a participant doesn't exist", () =>
    refused(
      () => logPledge(manager, aSentPledge({ participant: "XX" }), LATER),
      "invalid, participant unknown",
    ));

  test("two reports of different publishers together are enough for PLEDGED", async () => {
    const report = (publisher: string) =>
      aSentPiece({ kind: "MEDIA_REPORT", source: { publisher, language: "en", ownership: "INDEPENDENT" } });
    expect((await log({ evidence: [report("One"), report("Other")] })).stage).toBe("PLEDGED");
  });

  test("can replace a voided pledge, and both record it", async () => {
    const wrong = await log({ priority: 4 });
    done(await voidPledge(manager, { ...held(wrong), reason: "Wrong priority" }, LATER));
    const right = await log({ priority: 5, supersedes: wrong.reference });
    expect(right.supersedes).toBe(wrong.reference);
    expect((await register.eventsOf(wrong.id)).map(({ action }) => action)).toEqual([
      "pledge.logged",
      "pledge.voided",
      "pledge.linked",
    ]);
    await refused(
      () => logPledge(officer, aSentPledge({ supersedes: wrong.reference }), LATER),
      "invalid, supersedes taken",
    );
    await refused(
      () => logPledge(officer, aSentPledge({ supersedes: right.reference }), LATER),
      "invalid, supersedes still-stands",
    );
  });
});

describe("changing", () => {
  test("keeps fields that aren't sent and lines sent with their id, and removes other lines", async () => {
    const sheet = await log();
    const [line] = sheet.contributions;
    if (!line) throw new Error("no line");
    const extra = { ...line, id: undefined, kind: "AIR" as const };
    const two = done(await change(sheet, { contributions: [extra, line] }));
    expect(two.contributions.map(({ kind }) => kind)).toEqual(["AIR", "TROOPS"]);
    expect(two.contributions[1]?.id).toBe(line.id);
    const one = done(await change(two, { contributions: [line], summary: "Said again" }));
    expect(one).toMatchObject({
      version: 3,
      title: sheet.title,
      summary: "Said again",
      contributions: [{ id: line.id }],
    });
  });

  test("nothing makes no event and no version", async () => {
    const sheet = await log();
    const before = await register.head();
    const same = done(await change(sheet, { title: sheet.title, contributions: sheet.contributions }));
    expect([same.version, await register.head()]).toEqual([1, before]);
  });

  test("an older version is refused with what has changed since, even if nothing would change", async () => {
    const sheet = await log();
    done(await change(sheet, { title: "Another title" }));
    done(await change({ ...sheet, version: 2 }, { summary: "And a summary" }, manager));
    const stale = await change(sheet, { title: "Another title" });
    expect(stale).toMatchObject({
      ok: false,
      refusal: {
        code: "version",
        conflict: { current: 3, changedBy: manager.name, fields: ["title", "summary"] },
      },
    });
    expect(refusalOf(await change({ ...sheet, version: 99 }, {}))).toBe("version");
  });

  test("something material of a binding pledge is proposed with a reason, and the rest is done at once", async () => {
    const sheet = await committed();
    const [line] = sheet.contributions;
    if (!line) throw new Error("no line");
    const fewer = { ...line, quantity: { ...line.quantity, min: 5000, max: 5000 } };
    for (const by of [officer, manager]) {
      await refused(() => change(sheet, { contributions: [fewer] }, by), "reason-missing");
      await refused(() => change(sheet, { windowEnd: "2026-12-31" }, by), "reason-missing");
    }
    const wish = { contributions: [fewer], nextAction: "Tell the staff" };
    const waiting = await change(sheet, wish, officer, "Their letter says so");
    expect(proposed(waiting).wish).toEqual({ do: "change", changes: wish });
    const aside = done(await change(sheet, { summary: "Asked again" }));
    expect(aside).toMatchObject({ nextAction: null, contributions: [line], proposal: { status: "OPEN" } });
    await refused(() => change(aside, wish, officer, "Their letter says so"), "proposal-open");
  });

  test("by an approved proposal makes an event, with the reason it was proposed for", async () => {
    const sheet = await committed();
    const after = await decided(
      manager,
      await change(sheet, { windowEnd: "2026-12-31" }, officer, "As written"),
    );
    expect(after).toMatchObject({ windowEnd: "2026-12-31", proposal: null });
    expect((await register.eventsOf(sheet.id)).at(-1)).toEqual({
      action: "pledge.changed",
      reason: "As written",
      actor: manager.name,
    });
  });

  test.each([
    ["an end before the start on record", { windowEnd: "2026-01-01" }, "invalid, windowEnd order"],
    ["a line that isn't the pledge's", { contributions: "foreign" }, "invalid, contributions.0.id unknown"],
    ["a line twice", { contributions: "twice" }, "invalid, contributions.1.id twice"],
    ["an owner without an account", { owner: "nobody@register.example" }, "invalid, owner unknown"],
  ])("%s is refused", async (_what, wrong: Record<string, string>, expected) => {
    const sheet = await log({ windowStart: "2026-02-01" });
    const [line] = sheet.contributions;
    if (!line) throw new Error("no line");
    const lines = { foreign: [{ ...line, id: "7f8a4c52-3a07-4a0d-9d0c-0d6f0a3b9a11" }], twice: [line, line] };
    const contributions = lines[wrong.contributions as keyof typeof lines];
    await refused(() => change(sheet, contributions ? { contributions } : wrong), expected);
  });

  test("an owner is found whether the address is in capitals or not", async () => {
    const sheet = await log();
    expect(done(await change(sheet, { owner: "OFFICER-north@register.example" })).owner).toBe(
      "officer-north@register.example",
    );
  });
});

describe("steps", () => {
  test("an officer sets PLEDGED with new evidence and other changes, in one version", async () => {
    const sheet = await log({ stage: "SIGNALLED", evidence: [aSentPiece({ kind: "MEDIA_REPORT" })] });
    await refused(() => step(sheet, { to: "PLEDGED" }, officer), "evidence-missing");
    const wish = {
      to: "PLEDGED",
      evidence: [sheet.evidence[0]?.id, aSentPiece()],
      changes: { nextAction: "Ask how many" },
    };
    const set = done(await step(sheet, wish, officer));
    expect(set).toMatchObject({
      version: 2,
      stage: "PLEDGED",
      nextAction: "Ask how many",
      evidence: [{}, {}],
    });
    expect(set.pledgedByStepOn).toBe(set.stageSetOn);
  });

  test("nobody takes a step beyond PLEDGED alone: it is proposed, with a reason", async () => {
    const sheet = await log({ evidence: [aSentPiece({ kind: "NOTE_VERBALE" })] });
    await refused(() => step(sheet, { to: "COMMITTED" }), "reason-missing");
    const waiting = await step(sheet, { to: "COMMITTED", reason: "Signed" }, officer);
    expect(proposed(waiting)).toMatchObject({ reference: sheet.reference, status: "OPEN", basedOn: 1 });
    expect(await decided(manager, waiting)).toMatchObject({ stage: "COMMITTED", version: 2 });
  });

  test("a person who may not change the pledge is refused before what they sent is checked", async () => {
    const sheet = await log();
    const wish = { to: "COMMITTED", reason: "So", changes: { owner: "nobody@register.example" } };
    await refused(() => step(sheet, wish, register.officerNorth), "another-desk");
    await refused(() => step(sheet, wish, register.auditor), "role");
  });

  test("what comes with a proposal is on record only once it is approved", async () => {
    const sheet = await log();
    const wish = {
      to: "COMMITTED",
      reason: "Signed",
      changes: { nextAction: "Ask for the annex" },
      evidence: [sheet.evidence[0]?.id, aSentPiece({ kind: "SIGNED_DOCUMENT" })],
    };
    const waiting = await step(sheet, wish, officer);
    const { wish: kept } = proposed(waiting);
    if (kept.do !== "stage") throw new Error(kept.do);
    const seen = done(await change(sheet, {}));
    expect(seen).toMatchObject({ version: 1, nextAction: null, evidence: sheet.evidence });
    const after = await decided(manager, waiting);
    expect(after).toMatchObject({ stage: "COMMITTED", nextAction: "Ask for the annex", version: 2 });
    expect(after.evidence.map(({ id }) => id)).toEqual([sheet.evidence[0]?.id, kept.evidence[0]?.id]);
    expect(kept.cites).toEqual([sheet.evidence[0]?.id]);
  });

  test("a suspended pledge resumes where it was, and nowhere else", async () => {
    const suspended = await stepped(await committed(), { to: "SUSPENDED", reason: "Elections" });
    expect(suspended).toMatchObject({
      stage: "SUSPENDED",
      suspendedFrom: "COMMITTED",
      stageReason: "Elections",
    });
    await refused(() => step(suspended, { to: "PLEDGED", reason: "Back" }), "no-such-step");
    expect(await stepped(suspended, { to: "COMMITTED", reason: "Back" })).toMatchObject({
      stage: "COMMITTED",
      suspendedFrom: null,
    });
  });

  test("a superseded pledge names its successor, and the successor names it", async () => {
    const older = await log();
    const newer = await log();
    await refused(() => step(older, { to: "SUPERSEDED", reason: "New" }), "successor-missing");
    await refused(
      () => step(older, { to: "SUPERSEDED", reason: "New", successor: "FR-3-900" }),
      "successor-missing",
    );
    await refused(
      () => step(older, { to: "WITHDRAWN", reason: "New", successor: newer.reference }),
      "invalid, successor not-used",
    );
    const gone = await stepped(older, { to: "SUPERSEDED", reason: "New", successor: newer.reference });
    expect(gone).toMatchObject({ stage: "SUPERSEDED", supersededBy: newer.reference, unresolved: [] });
    const seen = value(await confirmPledge(officer, { reference: newer.reference }, LATER));
    expect(seen.supersedes).toBe(older.reference);
    await refused(
      () => step(seen, { to: "SUPERSEDED", reason: "Back", successor: older.reference }),
      "successor-missing",
    );
    await refused(() => step(gone, { to: "PLEDGED", reason: "Back" }), "no-such-step");
  });

  test("a pledge that replaced several names the last of them, now and as of a moment", async () => {
    const [first, last, newer] = [await log(), await log(), await log()];
    for (const older of [last, first])
      await stepped(older, { to: "SUPERSEDED", reason: "One of both", successor: newer.reference });
    for (const when of [LATER, { asOf: LATER }])
      expect(value(await loadPledge(officer, newer.reference, when)).supersedes).toBe(last.reference);
  });

  test.each([
    ["the stage it has", { to: "PLEDGED" }, "already-there"],
    ["ALLOCATED without a budget", { to: "ALLOCATED", reason: "So" }, "evidence-missing"],
    [
      "evidence that isn't the pledge's",
      { to: "COMMITTED", reason: "So", evidence: ["7f8a4c52-3a07-4a0d-9d0c-0d6f0a3b9a11"] },
      "invalid, evidence.0 unknown",
    ],
    [
      "a wrong change",
      { to: "WITHDRAWN", reason: "So", changes: { owner: "nobody@register.example" } },
      "invalid, changes.owner unknown",
    ],
  ])("%s is refused", async (_what, wish, expected) => {
    const sheet = await log();
    await refused(() => step(sheet, wish), expected);
  });

  test("an older version is refused before a fault of the step", async () => {
    const sheet = await log();
    value(await confirmPledge(officer, { reference: sheet.reference }, LATER));
    await refused(() => step(sheet, { to: "PLEDGED" }), "version");
  });
});

describe("confirming, voiding, evidence", () => {
  test("a confirmation changes only the day, and the same day again makes no version", async () => {
    const sheet = await log();
    const on = { reference: sheet.reference, on: "2026-02-01" };
    const confirmed = value(await confirmPledge(officer, on, LATER));
    expect(confirmed).toEqual({
      ...sheet,
      version: 2,
      updatedAt: confirmed.updatedAt,
      lastConfirmedOn: "2026-02-01",
      unresolved: confirmed.unresolved,
    });
    expect(value(await confirmPledge(officer, on, LATER)).version).toBe(2);
    await refused(() => confirmPledge(officer, { ...on, on: "2199-01-01" }, LATER), "invalid, on in-future");
  });

  test("a manager voids with a reason; a voided pledge stays as it is", async () => {
    const sheet = await log();
    await refused(() => voidPledge(officer, { ...held(sheet), reason: "Oops" }, LATER), "role");
    await refused(() => voidPledge(manager, held(sheet), LATER), "reason-missing");
    await refused(
      () => voidPledge(manager, { ...held(sheet), ifMatch: 7, reason: "Oops" }, LATER),
      "version",
    );
    const gone = done(await voidPledge(manager, { ...held(sheet), reason: "Oops" }, LATER));
    expect(gone.voided?.reason).toBe("Oops");
    await refused(() => change(gone, { title: "Again" }), "no-such-step");
    await refused(() => confirmPledge(officer, { reference: gone.reference }, LATER), "no-such-step");
    await refused(
      () => addEvidence(officer, { reference: gone.reference, evidence: aSentPiece() }, LATER),
      "no-such-step",
    );
  });

  test("a binding pledge is voided by decision, also on an officer's proposal", async () => {
    const sheet = await committed();
    await refused(() => voidPledge(officer, held(sheet), LATER), "reason-missing");
    const gone = await decided(
      manager,
      await voidPledge(officer, { ...held(sheet), reason: "Twice" }, LATER),
    );
    expect(gone).toMatchObject({ voided: { reason: "Twice" }, stage: "COMMITTED", unresolved: [] });
  });

  test("evidence is added at the end, retracted once with a reason, and never removed", async () => {
    const sheet = await log();
    const more = value(
      await addEvidence(
        officer,
        { reference: sheet.reference, evidence: aSentPiece({ kind: "BUDGET_DOCUMENT" }) },
        LATER,
      ),
    );
    expect(more.instrument).toBe("BUDGET_DOCUMENT");
    const id = more.evidence[1]?.id ?? "";
    await refused(() => retractEvidence(officer, { id }, LATER), "reason-missing");
    const less = value(await retractEvidence(officer, { id, reason: "A draft" }, LATER));
    expect(less).toMatchObject({
      version: 3,
      instrument: "OFFICIAL_STATEMENT",
      evidence: [{}, { retracted: { reason: "A draft" } }],
    });
    await refused(() => retractEvidence(officer, { id, reason: "Again" }, LATER), "already-there");
  });

  test("what doesn't exist is not found", async () => {
    const id = "7f8a4c52-3a07-4a0d-9d0c-0d6f0a3b9a11";
    const nowhere = { reference: "FR-3-900", version: 1 } as PledgeDetails;
    await refused(() => change(nowhere, {}), "not-found");
    await refused(() => step(nowhere, { to: "PLEDGED" }), "not-found");
    await refused(() => confirmPledge(officer, nowhere, LATER), "not-found");
    await refused(() => voidPledge(manager, held(nowhere), LATER), "not-found");
    await refused(() => retractEvidence(officer, { id, reason: "So" }, LATER), "not-found");
  });
});

test("a pledge has at most 200 pieces of evidence, however they are added", async () => {
  const pieces = (count: number) => Array.from({ length: count }, () => aSentPiece());
  let sheet = await log({ evidence: pieces(50), stage: "SIGNALLED" });
  sheet = done(await step(sheet, { to: "PLEDGED", evidence: pieces(50) }));
  sheet = await stepped(sheet, { to: "SIGNALLED", reason: "Again", evidence: pieces(50) });
  sheet = done(await step(sheet, { to: "PLEDGED", evidence: pieces(50) }));
  expect(sheet.evidence).toHaveLength(200);
  const one = { reference: sheet.reference, evidence: aSentPiece() };
  await refused(() => addEvidence(officer, one, LATER), "invalid, evidence too-many");
  await refused(
    () => step(sheet, { to: "SIGNALLED", reason: "Again", evidence: pieces(1) }),
    "invalid, evidence too-many",
  );
});
