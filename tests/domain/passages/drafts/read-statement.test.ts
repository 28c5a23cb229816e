import { describe, expect, test } from "vitest";
import { textIn } from "@/lib/domain/base/sentences";
import { readStatement } from "@/lib/domain/passages/drafts/read-statement";
import type { StatementContext } from "@/lib/domain/passages/drafts/statement";

const english = new Intl.DisplayNames("en", { type: "region" });
const context: StatementContext = {
  languages: ["en"],
  statedOn: "2026-01-06",
  speaker: "DE",
  participants: ["DE", "FR", "PL", "SE", "UA"].map((code) => ({
    code,
    names: { en: english.of(code) ?? code },
  })),
  triggers: [{ code: "CEASEFIRE_IN_FORCE", title: "Ceasefire in force" }],
  earlier: [
    {
      reference: "SE-3-001",
      participant: "SE",
      title: "Soldiers for the force",
      contributions: [
        {
          kind: "TROOPS",
          quantity: { kind: "EXACT", min: 300, max: 300, unit: "PERSON", asStated: "300 soldiers" },
          money: null,
        },
      ],
    },
  ],
};

describe("a statement is read clause by clause", () => {
  test("a draft has its participant, kind, modality, amount and condition", () => {
    const text =
      "After a ceasefire, France and Poland will each send 200 soldiers. We could provide €50 million.";
    const { drafts, refusals, repeats } = readStatement(text, context);
    expect(drafts.map(({ participant, kind, modality }) => [participant, kind, modality])).toEqual([
      ["FR", "TROOPS", "WILL"],
      ["PL", "TROOPS", "WILL"],
      ["DE", "FUNDING", "MAY"],
    ]);
    expect(drafts[0]?.quantity).toMatchObject({ min: 200, max: 200, unit: "PERSON" });
    expect(drafts[2]?.money).toMatchObject({ amount: "50000000", currency: "EUR" });
    expect(drafts[0]?.conditions.map((one) => [textIn(text, one), one.names])).toEqual([
      ["After a ceasefire", { is: "trigger", trigger: "CEASEFIRE_IN_FORCE" }],
    ]);
    expect([refusals, repeats]).toEqual([[], []]);
  });

  test("a refusal and a repetition are no drafts", () => {
    const text = "Poland will not send ground troops. Sweden reaffirmed its 300 soldiers.";
    const { drafts, refusals, repeats } = readStatement(text, context);
    expect(drafts).toEqual([]);
    expect(refusals.map(({ participant, kind }) => [participant, kind])).toEqual([["PL", "TROOPS"]]);
    expect(repeats.map(({ participant, earlier }) => [participant, earlier])).toEqual([["SE", "SE-3-001"]]);
  });
});
