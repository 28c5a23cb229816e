import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { requirementLostOn, meetsRequirement } from "@/lib/domain/pledge/evidence-requirements";
import {
  EVIDENCE_KINDS,
  instrumentOf,
  verificationOf,
  type EvidenceKind,
} from "@/lib/domain/pledge/evidence";
import { OPEN_STAGES, STAGES, type Stage } from "@/lib/domain/pledge/stages";
import { anyDay, anyPiece } from "../../support/any/arbitrary";
import { aPiece, KYIV, TODAY } from "../../support/cast";

describe("what each kind verifies and which requirements it meets (Evidence)", () => {
  test.each<[EvidenceKind, string, Stage[]]>([
    ["INTERNAL_NOTE", "REPORTED", ["SIGNALLED"]],
    ["MEDIA_REPORT", "REPORTED", ["SIGNALLED"]],
    ["INTERVIEW", "REPORTED", ["SIGNALLED"]],
    ["OFFICIAL_STATEMENT", "REGISTERED", ["SIGNALLED", "PLEDGED"]],
    ["JOINT_DECLARATION", "REGISTERED", ["SIGNALLED", "PLEDGED"]],
    ["PARLIAMENT_RECORD", "REGISTERED", ["SIGNALLED", "PLEDGED"]],
    ["NOTE_VERBALE", "DOCUMENTED", ["SIGNALLED", "PLEDGED", "COMMITTED"]],
    ["SIGNED_DOCUMENT", "DOCUMENTED", ["SIGNALLED", "PLEDGED", "COMMITTED"]],
    ["GOVERNMENT_DECISION", "DOCUMENTED", ["SIGNALLED", "PLEDGED", "COMMITTED"]],
    ["BUDGET_DOCUMENT", "DOCUMENTED", ["SIGNALLED", "PLEDGED", "COMMITTED", "ALLOCATED", "DELIVERING"]],
    ["HQ_CONFIRMATION", "CONFIRMED", ["SIGNALLED", "PLEDGED", "COMMITTED", "ALLOCATED", "DELIVERING"]],
    ["TRANSFER_DOCUMENT", "CONFIRMED", ["SIGNALLED", "PLEDGED", "COMMITTED", "ALLOCATED", "DELIVERING"]],
  ])("%s gives %s", (kind, verification, met) => {
    expect(verificationOf(instrumentOf([aPiece(kind)]))).toBe(verification);
    expect(OPEN_STAGES.filter((stage) => meetsRequirement([aPiece(kind)], stage, TODAY, KYIV))).toEqual(met);
  });

  test("two reports of different publishers meet the requirement of PLEDGED, two of the same don't", () => {
    const one = aPiece("MEDIA_REPORT", { publisher: "AFP" });
    expect(
      meetsRequirement([one, aPiece("INTERVIEW", { publisher: "Reuters" })], "PLEDGED", TODAY, KYIV),
    ).toBe(true);
    expect(meetsRequirement([one, aPiece("INTERVIEW", { publisher: " afp " })], "PLEDGED", TODAY, KYIV)).toBe(
      false,
    );
  });

  test("evidence that contradicts or was retracted counts for nothing", () => {
    const against = aPiece("SIGNED_DOCUMENT", { supports: false });
    const retracted = aPiece("SIGNED_DOCUMENT", {
      retracted: { at: "2026-02-01T08:00:00Z", reason: "forged" },
    });
    expect(instrumentOf([against, retracted])).toBeNull();
    expect(verificationOf(null)).toBeNull();
    expect(meetsRequirement([against, retracted], "SIGNALLED", TODAY, KYIV)).toBe(false);
  });
});

describe("the day a requirement is lost", () => {
  test.each([
    [
      "the day after the last valid day",
      [aPiece("OFFICIAL_STATEMENT", { validUntil: "2026-02-10" })],
      "2026-02-11",
    ],
    [
      "the day of retraction, in the register's zone",
      [aPiece("OFFICIAL_STATEMENT", { retracted: { at: "2026-02-10T23:30:00Z", reason: "withdrawn" } })],
      "2026-02-11",
    ],
    [
      "the earlier of the two",
      [
        aPiece("OFFICIAL_STATEMENT", {
          validUntil: "2026-02-20",
          retracted: { at: "2026-02-10T08:00:00Z", reason: "x" },
        }),
      ],
      "2026-02-10",
    ],
    [
      "the later of two pieces that each meet it",
      [
        aPiece("OFFICIAL_STATEMENT", { validUntil: "2026-02-10" }),
        aPiece("NOTE_VERBALE", { validUntil: "2026-03-01" }),
      ],
      "2026-03-02",
    ],
    [
      "when one of two reports ends",
      [
        aPiece("MEDIA_REPORT", { publisher: "AFP", validUntil: "2026-02-10" }),
        aPiece("MEDIA_REPORT", { publisher: "AP" }),
      ],
      "2026-02-11",
    ],
    [
      "never, while something stands",
      [aPiece("OFFICIAL_STATEMENT"), aPiece("INTERVIEW", { validUntil: "2026-01-10" })],
      null,
    ],
    ["never, where it was never met", [aPiece("MEDIA_REPORT", { validUntil: "2026-02-10" })], null],
  ])("%s", (_, evidence, day) => {
    expect(requirementLostOn(evidence, "PLEDGED", KYIV)).toBe(day);
  });
});

describe("laws", () => {
  test("the order of evidence doesn't matter", () => {
    fc.assert(
      fc.property(fc.array(anyPiece), fc.constantFrom(...STAGES), anyDay, (evidence, stage, day) => {
        const turned = [...evidence].reverse();
        expect(instrumentOf(turned)).toBe(instrumentOf(evidence));
        expect(meetsRequirement(turned, stage, day, KYIV)).toBe(meetsRequirement(evidence, stage, day, KYIV));
        expect(requirementLostOn(turned, stage, KYIV)).toBe(requirementLostOn(evidence, stage, KYIV));
      }),
    );
  });

  test("adding evidence never loses a requirement that is met", () => {
    fc.assert(
      fc.property(
        fc.array(anyPiece),
        anyPiece,
        fc.constantFrom(...STAGES),
        anyDay,
        (evidence, more, stage, day) => {
          if (meetsRequirement(evidence, stage, day, KYIV))
            expect(meetsRequirement([...evidence, more], stage, day, KYIV)).toBe(true);
        },
      ),
    );
  });

  test("a stronger kind meets every requirement a weaker one meets", () => {
    for (const [index, kind] of EVIDENCE_KINDS.entries())
      for (const weaker of EVIDENCE_KINDS.slice(0, index))
        for (const stage of STAGES)
          if (meetsRequirement([aPiece(weaker)], stage, TODAY, KYIV))
            expect(meetsRequirement([aPiece(kind)], stage, TODAY, KYIV)).toBe(true);
  });

  test("a requirement is met until the day it is lost, and not from then on", () => {
    fc.assert(
      fc.property(fc.array(anyPiece), fc.constantFrom(...OPEN_STAGES), anyDay, (evidence, stage, day) => {
        const lost = requirementLostOn(evidence, stage, KYIV);
        const standing = evidence.filter(
          (piece) => piece.retracted === null || piece.retracted.at.slice(0, 10) > day,
        );
        const asOfDay = standing.map((piece) => ({ ...piece, retracted: null }));
        if (lost !== null) expect(meetsRequirement(asOfDay, stage, day, KYIV)).toBe(day < lost);
      }),
    );
  });
});
