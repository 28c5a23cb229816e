// Who may answer another desk's suggestion, and which form takes it up.
import { expect, test } from "vitest";
import {
  answered,
  mayAnswerSuggestion,
  maySuggest,
  type SuggestedChange,
} from "@/lib/domain/proposals/suggestion";
import { SUGGESTED_FIELDS, suggestedForm } from "@/lib/domain/details/suggested-field";
import { everyone, manager, NOW, officer, officerNorth } from "../../support/cast";

const open: SuggestedChange = { field: "windowEnd", why: "So they say", address: null, outcome: null };
const by = (authorId: string, suggestion: SuggestedChange = open) => ({ authorId, suggestion });
const TAKE_UP = { does: "take-up", reason: null } as const;

test("those who keep records suggest, and the desk and managers answer, except the author", () => {
  expect(everyone.filter(maySuggest).map(({ name }) => name)).toEqual(
    [officer, officerNorth, manager].map(({ name }) => name),
  );
  const may = (authorId: string) =>
    everyone.filter((actor) => mayAnswerSuggestion(actor, by(authorId), "FR")).map(({ id }) => id);
  expect(may(officerNorth.id)).toEqual([officer.id, manager.id]);
  expect(may(manager.id)).toEqual([officer.id]);
  const closed = by(officerNorth.id, {
    ...open,
    outcome: { does: "take-up", reason: null, by: officer.id, at: NOW },
  });
  expect(mayAnswerSuggestion(officer, closed, "FR")).toBe(false);
  expect(mayAnswerSuggestion(officer, { authorId: officerNorth.id }, "FR")).toBe(false);
});

test("a suggestion is answered once, and declined only with a reason", () => {
  const one = answered(officer, by(officerNorth.id), TAKE_UP, NOW);
  expect(one).toMatchObject({
    ok: true,
    value: { suggestion: { ...open, outcome: { does: "take-up", by: officer.id, at: NOW } } },
  });
  if (!one.ok) return;
  const codes = [
    answered(manager, one.value, TAKE_UP, NOW),
    answered(officer, by(officer.id), TAKE_UP, NOW),
    answered(officer, by(officerNorth.id), { does: "decline", reason: null }, NOW),
    answered(officer, { authorId: officerNorth.id }, TAKE_UP, NOW),
  ].map((result) => (result.ok ? "ok" : result.refusal.code));
  expect(codes).toEqual(["no-such-step", "own-proposal", "reason-missing", "not-found"]);
});

test("a suggestion leads to the form that changes its field", () => {
  expect(suggestedForm("FR-3-001", null)).toBe("/pledges/FR-3-001/edit");
  expect(suggestedForm("FR-3-001", "windowEnd")).toBe("/pledges/FR-3-001/edit#windowEnd");
  expect(suggestedForm("FR-3-001", "condition")).toBe("/pledges/FR-3-001/condition");
  const forms = new Set(SUGGESTED_FIELDS.map((field) => suggestedForm("FR-3-001", field).split("#")[0]));
  expect([...forms].map((path) => path?.split("/").at(-1)).sort()).toEqual([
    "condition",
    "edit",
    "evidence",
    "stage",
  ]);
});
