// The verifier knows of every action who may do it.
import { expect, test } from "vitest";
import { ACTIONS } from "@/lib/domain/base/audit";
import { Authority } from "@/lib/verifier/verify.mjs";

const codeFor = (action: string): string | undefined => {
  const authority = new Authority();
  const entry = {
    seq: 1,
    txid: 1,
    at: "2026-02-25T08:40:00.000Z",
    actorId: "a",
    actorName: "A",
    actorRole: "MANAGER",
  };
  authority.read({ ...entry, action, entityType: "pledge", entityId: "p", reason: null }, {});
  return authority.end()[0]?.code;
};

test("every action has an author, and an unknown action is reported", () => {
  expect(ACTIONS.filter((action) => codeFor(action) !== "author-unknown-author")).toEqual([]);
  expect(codeFor("pledge.deleted")).toBe("author-no-such-action");
});
