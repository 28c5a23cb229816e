import { describe, expect, test } from "vitest";
import type { z } from "zod";
import {
  logBody,
  newDraft,
  NEW_EVIDENCE,
  NEW_LINE,
  NEW_SOURCE,
  withRestNotStated,
} from "@/components/pledges/pledge-form/draft";
import { requirementBody, FRESH } from "@/components/requirements/draft";
import { fieldErrorsOf } from "@/lib/schema/fields";
import { pledgeInput } from "@/lib/pledges/pledges/schema";
import { requirementInput } from "@/lib/requirements/schema";

test("a participant that isn't chosen is missing, not malformed", () => {
  expect(logBody(newDraft({}), NEW_SOURCE, NEW_EVIDENCE)).toMatchObject({ participant: null });
  const chosen = newDraft({ participant: "FR" });
  expect(logBody(chosen, NEW_SOURCE, NEW_EVIDENCE)).toMatchObject({ participant: "FR" });
});

test("a reference without a line, as what a line is the same as, is not left out but refused", () => {
  const line = { ...NEW_LINE, sameAs: { pledge: "FR-9-999", contribution: "" } };
  const body = logBody(newDraft({ contributions: [line] }), NEW_SOURCE, NEW_EVIDENCE);
  const { error } = pledgeInput.safeParse(body);
  expect(fieldErrorsOf(error as z.ZodError, body)).toContainEqual({
    path: "contributions.0.sameAs.contribution",
    code: "required",
  });
  const cleared = { ...NEW_LINE, sameAs: { pledge: " ", contribution: "" } };
  expect(logBody(newDraft({ contributions: [cleared] }), NEW_SOURCE, NEW_EVIDENCE)).toMatchObject({
    contributions: [{ sameAs: null }],
  });
});

describe("nothing of a contribution is preset", () => {
  const sent = (given: Parameters<typeof newDraft>[0]) => logBody(newDraft(given), NEW_SOURCE, NEW_EVIDENCE);

  test("a new one is empty, and each of its fields is required", () => {
    const body = sent({ title: "Air policing" });
    expect(body).toMatchObject({
      contributions: [{ kind: "", domain: "", location: "", quantity: { kind: "" }, money: null }],
    });
    const { error } = pledgeInput.safeParse(body);
    const paths = fieldErrorsOf(error as z.ZodError, body).map(({ path }) => path);
    expect(paths).toEqual(
      expect.arrayContaining(
        ["kind", "domain", "location", "quantity.kind"].map((field) => `contributions.0.${field}`),
      ),
    );
  });

  test("marking the rest as not stated keeps what was chosen", () => {
    expect({ ...NEW_LINE, ...withRestNotStated(NEW_LINE) }).toMatchObject({
      kind: "OTHER",
      domain: "UNSTATED",
      location: "UNSTATED",
      quantityKind: "NOT_STATED",
    });
    expect(withRestNotStated({ ...NEW_LINE, kind: "AIR", domain: "AIR" })).toMatchObject({
      kind: "AIR",
      domain: "AIR",
      location: "UNSTATED",
    });
  });

  test("a pledge that declines sends no contribution, unless one is filled in", () => {
    expect(sent({ stage: "DECLINED" })).toMatchObject({ contributions: [] });
    expect(sent({ stage: "DECLINED", contributions: [{ ...NEW_LINE, kind: "AIR" }] })).toMatchObject({
      contributions: [{ kind: "AIR" }],
    });
  });

  test("nor is anything of a requirement", () => {
    const body = { reference: "AIR-1", ...requirementBody({ ...FRESH, title: "Air policing", min: "2" }) };
    const { error } = requirementInput.safeParse(body);
    expect(fieldErrorsOf(error as z.ZodError, body).map(({ path }) => path)).toEqual(
      expect.arrayContaining([
        "capability",
        "priority",
        "domain",
        "location",
        "quantity.kind",
        "criticality",
      ]),
    );
  });
});
