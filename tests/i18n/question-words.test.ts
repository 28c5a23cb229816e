import fc from "fast-check";
import { expect, test } from "vitest";
import { ASKABLE, causesToAsk, QUESTION_LIMITS } from "@/lib/domain/oversight/question";
import type { Cause } from "@/lib/domain/conditions/cause";
import { unresolved } from "@/lib/domain/unresolved/unresolved";
import { generalQuestion, preparedQuestion } from "@/lib/i18n/words/question-words";
import { messagesIn } from "@/lib/i18n/message-files";
import { anyApproval, anyDelivery, anyPledge, anyStanding } from "../support/any/arbitrary";
import { aContribution, aPiece, aPledge, BARE, NOW, TODAY } from "../support/cast";

const prepared = (
  code: (typeof ASKABLE)[number],
  what: string,
  data: Cause["data"] = {},
  pledge = aPledge(),
) =>
  preparedQuestion({
    item: { code, params: { causes: [{ what, since: TODAY, data }] } },
    name: "France",
    priority: 3,
    pledge: code === "NO_PLEDGE" ? null : pledge,
  });

test("each cause that a focal point can be asked about has a prepared question, and no other has", () => {
  const { prepared: all } = messagesIn("en").questions as { prepared: Record<string, unknown> };
  const { item } = messagesIn("en").domain as { item: Record<string, Record<string, unknown>> };
  for (const code of ASKABLE) {
    const causes = Object.keys(item[code] ?? {}).filter((what) => what !== "resolvedBy");
    const asks = causesToAsk({ code, params: { causes: causes.map((what) => ({ what, since: TODAY })) } });
    expect(Object.keys(all[code] as object).sort()).toEqual(asks.map(({ what }) => what).sort());
    expect(asks.length).toBeGreaterThan(0);
  }
  const others = ["opening", "source", "missing", "general", "closing"];
  expect(Object.keys(all).sort()).toEqual([...ASKABLE, ...others].sort());
});

test("a prepared question says what is on record, since when, by whom, and what is not known", () => {
  const source = { ...aPiece("OFFICIAL_STATEMENT").source, publisher: "Élysée", publishedOn: "2026-01-06" };
  const pledge = aPledge({
    title: "Troops for the force",
    statedOn: "2026-01-06",
    authorisedBy: "President",
    evidence: [aPiece("OFFICIAL_STATEMENT", { source })],
  });
  expect(prepared("NO_WINDOW", "none", {}, pledge)).toBe(
    "We have on record the pledge FR-3-001 of France, “Troops for the force”, stated on 6 January 2026, authorised by: President. " +
      "Our record is based on this source: official statement, Élysée, 6 January 2026.\n\n" +
      "We do not know when it would be available. Could you tell us from when and until when, by which date, or at what notice?\n\n" +
      "If you cannot answer yet, please tell us when you can. A reference to the statement or document behind it would help us to record your answer.",
  );
  expect(prepared("NO_PLEDGE", "none")).toMatch(
    /^We have no position of France on record for the priority “Deterrent force” \(a multinational deterrent force by land, sea and air\): no pledge and no refusal\.\n\nDo you intend to contribute/,
  );
  const bare = aPledge({ statedOn: null, authorisedBy: null, evidence: [] });
  expect(prepared("NO_AUTHORITY", "authority", {}, bare)).toMatch(
    / of France, “[^”]+”\.\n\nWe do not know which office/,
  );
});

test("a question about a whole pledge asks whether what is on record is correct", () => {
  const words = generalQuestion("France", aPledge({ statedOn: null, authorisedBy: null, evidence: [] }));
  expect(words).toMatch(
    /^We have on record the pledge FR-3-001 of France, “[^”]+”\.\n\nIs this still correct\?/,
  );
  expect(words).toMatch(/\n\nIf you cannot answer yet, [^\n]+$/);
});

test("internal notes and next actions stay out of a prepared question", () => {
  const note = aPiece("INTERNAL_NOTE", { field: "stage", supports: false, claims: "withdrawn" });
  const pledge = aPledge({ evidence: [aPiece("INTERNAL_NOTE"), note], nextAction: "Press them" });
  const publisher = note.source.publisher;
  const words = prepared("DISPUTED", "field", { field: "stage", claims: "withdrawn", publisher }, pledge);
  expect(words).toContain("Another source differs on this: stage.");
  expect(words).not.toContain("withdrawn");
  expect(words).not.toContain("is based on this");
  expect(prepared("OVERDUE", "next-action", { on: TODAY, action: "Press them" }, pledge)).toBe("");
  const overdue = preparedQuestion({
    item: {
      code: "OVERDUE",
      params: {
        causes: [
          { what: "due", since: TODAY, data: { on: "2026-01-31" } },
          { what: "next-action", since: TODAY, data: { on: "2026-01-20", action: "Press them" } },
        ],
      },
    },
    name: "France",
    priority: 3,
    pledge,
  });
  expect(overdue).toContain("It was due on 31 January 2026.");
  expect(overdue).not.toContain("Press them");
  const told = aPiece("MEDIA_REPORT", { field: "stage", supports: false, claims: "suspended" });
  const open = { field: "stage", claims: "suspended", publisher: told.source.publisher };
  expect(prepared("DISPUTED", "field", open, aPledge({ evidence: [told] }))).toContain("“suspended”");
});

test("a prepared question has neither a sealed number nor what a source claims it to be", () => {
  const quantity = {
    kind: "SEALED",
    min: 4711,
    max: 4711,
    unit: "PERSON",
    asStated: null,
    sealed: "SHOWN",
  } as const;
  const claim = { field: "contributions.quantity", claims: "4711", publisher: "Agency One" };
  const pledge = aPledge({ contributions: [aContribution({ quantity })] });
  expect(prepared("DISPUTED", "field", claim, pledge)).not.toContain("4711");
  fc.assert(
    fc.property(anyPledge, (any) => {
      const contributions = [...any.contributions, aContribution({ quantity })];
      const sealed = { ...any, contributions };
      for (const item of unresolved(sealed, BARE, NOW))
        expect(preparedQuestion({ item, name: "France", priority: 3, pledge: sealed })).not.toContain("4711");
      expect(generalQuestion("France", sealed)).not.toContain("4711");
    }),
  );
});

const left = { on: "2026-01-06", reason: "An election" };

test("a question about any item is complete, fits and names the pledge, or there is none", () => {
  fc.assert(
    fc.property(
      anyPledge,
      fc.array(anyApproval, { maxLength: 4 }),
      fc.array(anyDelivery, { maxLength: 3 }),
      fc.array(anyStanding, { maxLength: 2 }),
      (pledge, approvals, deliveries, proposals) => {
        for (const item of unresolved(pledge, { ...BARE, left, approvals, deliveries, proposals }, NOW)) {
          const words = preparedQuestion({ item, name: "France", priority: 3, pledge });
          expect(words !== "", item.code).toBe(causesToAsk(item).length > 0);
          if (words === "") continue;
          expect(words.length).toBeLessThanOrEqual(QUESTION_LIMITS.text);
          expect(words).toContain(pledge.reference);
          expect(words).toContain("?");
          expect(words).not.toMatch(/questions\.|prepared\.|undefined|null|\{|\}/);
        }
      },
    ),
  );
});

test("a question that is too long is cut between characters", () => {
  const approvals = Array.from({ length: 60 }, (_, i) => ({
    what: "approval",
    since: TODAY,
    data: {
      approval: String(i),
      body: `𝔅undestag ${String(i)} `.repeat(4),
      kind: "PARLIAMENT_VOTE",
      status: "REQUIRED",
    },
  }));
  const item = { code: "APPROVAL_PENDING", params: { causes: approvals } } as const;
  const words = preparedQuestion({ item, name: "France", priority: 3, pledge: aPledge() });
  expect(words.length).toBeLessThanOrEqual(QUESTION_LIMITS.text);
  expect(words.endsWith("…") && words.isWellFormed()).toBe(true);
});
