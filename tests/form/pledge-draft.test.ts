import { expect, test } from "vitest";
import { logBody, newDraft, NEW_EVIDENCE, NEW_SOURCE } from "@/components/pledge-form/draft";

test("a participant that was not chosen is one that is missing, and none that is written wrong", () => {
  expect(logBody(newDraft({}), NEW_SOURCE, NEW_EVIDENCE)).toMatchObject({ participant: null });
  const chosen = newDraft({ participant: "FR" });
  expect(logBody(chosen, NEW_SOURCE, NEW_EVIDENCE)).toMatchObject({ participant: "FR" });
});
