// Each kind of contribution has words that name it in a text, so that a new kind is read, too.
import { expect, test } from "vitest";
import { KIND_WORDS } from "@/lib/domain/passages/drafts/words/kind-words";
import { CONTRIBUTION_KINDS } from "@/lib/domain/pledge/contribution";

/** What governments do with one another, in any words. */
const WITHOUT_WORDS = ["DIPLOMACY"];

test("each kind but diplomacy has words", () => {
  const named = new Set(KIND_WORDS.map(([kind]) => kind));
  expect(CONTRIBUTION_KINDS.filter((kind) => !named.has(kind))).toEqual(WITHOUT_WORDS);
});
