// Suggestions on the real database: from one desk to another and back, with the notices; the pledge stays as it is.
import { afterAll, beforeAll, expect, test } from "vitest";
import { verifyRegister } from "@/lib/db/verify/verify";
import type { Actor } from "@/lib/domain/people/actor";
import { loadInbox } from "@/lib/inbox/inbox/queries";
import { noticeQuery } from "@/lib/inbox/inbox/filter";
import { logPledge, voidPledge } from "@/lib/pledges/pledges/commands";
import { loadHistory, loadPledge } from "@/lib/pledges/pledges/queries";
import { answerSuggestion, suggestChange } from "@/lib/pledges/suggestions/commands";
import { loadSuggestedToDesk, loadSuggestion, loadSuggestionsOn } from "@/lib/pledges/suggestions/queries";
import { suggestionInput } from "@/lib/pledges/suggestions/schema";
import {
  aSentPledge,
  LATER,
  refusalOf,
  staffedRegister,
  value,
  type StaffedRegister,
} from "../../support/registers/staffed-register";

let register: StaffedRegister;
let reference: string;
beforeAll(async () => {
  register = await staffedRegister();
  reference = value(await logPledge(register.officer, aSentPledge(), LATER)).reference;
});
afterAll(() => register.close());

const INPUT = suggestionInput.parse({
  text: "The window ends a month later.",
  why: "The ministry told us so.",
  field: "windowEnd",
  address: "https://ministry.example/window",
});
const suggest = async (who: Actor = register.officerNorth) =>
  value(await suggestChange(who, { reference, ...INPUT }));
const answer = (who: Actor, id: string, does: "take-up" | "decline", reason: string | null = null) =>
  answerSuggestion(who, { id, does, reason });
const unread = async (who: Actor) => {
  const filter = value(noticeQuery.parse(new URLSearchParams("show=unread")));
  const { items } = value(await loadInbox(who, filter));
  return items.map(({ kind, action }) => `${kind} ${action}`);
};

test("a desk takes up a suggestion, its author is notified, and the pledge stays as it is", async () => {
  const { officer, officerNorth, manager, auditor } = register;
  const before = value(await loadPledge(auditor, reference, LATER));
  const { id } = await suggest();
  expect(await unread(officer)).toEqual(["TO_DECIDE comment.suggested"]);
  expect([await unread(manager), await unread(officerNorth), await unread(auditor)]).toEqual([[], [], []]);
  expect(await loadSuggestedToDesk(officer)).toMatchObject([
    { id, pledge: reference, text: INPUT.text, by: { name: officerNorth.name, role: "OFFICER" } },
  ]);
  expect(await loadSuggestedToDesk(officerNorth)).toEqual([]);

  value(await answer(officer, id, "take-up"));
  expect(await unread(officer)).toEqual([]);
  expect(await unread(officerNorth)).toEqual(["DECISION comment.taken-up"]);
  expect(await loadSuggestedToDesk(officer)).toEqual([]);
  const open = { reference, isOpen: true, limit: 20 };
  expect(value(await loadSuggestionsOn(auditor, open))).toEqual([]);
  expect(value(await loadSuggestion(auditor, id)).suggestion.outcome).toMatchObject({
    does: "take-up",
    by: officer.id,
  });
  expect(value(await loadPledge(auditor, reference, LATER))).toEqual(before);

  const { items } = value(await loadHistory(auditor, reference, { cursor: null, limit: 10 }, LATER));
  expect(
    items.slice(0, 2).map(({ action, comment, reason, changes }) => [action, comment, reason, changes]),
  ).toEqual([
    ["comment.taken-up", INPUT.text, null, []],
    ["comment.suggested", INPUT.text, INPUT.why, []],
  ]);
});

test("a suggestion is answered once, by the desk or a manager but not its author", async () => {
  const { officer, officerNorth, manager, auditor } = register;
  const { id } = await suggest();
  expect(refusalOf(await answer(officerNorth, id, "take-up"))).toBe("another-desk");
  expect(refusalOf(await answer(auditor, id, "take-up"))).toBe("role");
  expect(refusalOf(await answer(officer, id, "decline"))).toBe("reason-missing");
  value(await answer(manager, id, "decline", "The note verbale says June."));
  expect(refusalOf(await answer(officer, id, "take-up"))).toBe("no-such-step");
  expect(await unread(officer)).not.toContain("TO_DECIDE comment.suggested");
  expect(await unread(officerNorth)).toContain("DECISION comment.declined");
  expect(await register.eventsOf(id)).toMatchObject([
    { action: "comment.suggested", reason: INPUT.why },
    { action: "comment.declined", reason: "The note verbale says June." },
  ]);
  const own = await suggest(manager);
  expect(refusalOf(await answer(manager, own.id, "take-up"))).toBe("own-proposal");
});

test("of two people who answer at once, one does", async () => {
  const { id } = await suggest();
  const both = await Promise.all([
    answer(register.officer, id, "take-up"),
    answer(register.manager, id, "decline", "No."),
  ]);
  expect(both.map(refusalOf).sort()).toEqual(["no-such-step", "ok"]);
});

test("managers are notified for a desk that nobody has, and a void pledge takes no suggestion", async () => {
  const { officerNorth, manager, manager2 } = register;
  const vacant = value(await logPledge(manager, aSentPledge({ participant: "US", owner: null }), LATER));
  value(await suggestChange(officerNorth, { ...INPUT, reference: vacant.reference }));
  for (const who of [manager, manager2]) expect(await unread(who)).toContain("TO_DECIDE comment.suggested");
  const ended = { reference: vacant.reference, ifMatch: vacant.version, reason: "Twice" };
  expect(await voidPledge(manager2, ended, LATER)).toMatchObject({ ok: true });
  expect(refusalOf(await suggestChange(officerNorth, { ...INPUT, reference: vacant.reference }))).toBe(
    "no-such-step",
  );
});

test("the log is intact", async () => {
  expect(await verifyRegister()).toMatchObject({ intact: true });
});
