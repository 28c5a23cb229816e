import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { CheckOutcome } from "@/components/trust/verify/outcome";
import { verifyWords } from "@/components/trust/verify/words";
import type { Verdict } from "@/lib/verifier/verify.mjs";

test("the list of entries made without a right has no other unproven steps in it", () => {
  const verdict: Verdict = {
    exit: 3,
    steps: [
      { step: "export", outcome: "ok", code: "export", params: { reference: "EX-0001" } },
      { step: "witnesses", outcome: "note", code: "witnesses-none", params: {} },
      { step: "authority", outcome: "note", code: "authority-earlier", params: { entries: 2, seq: 7 } },
    ],
    proven: [],
    unproven: [],
  };
  const html = renderToStaticMarkup(createElement(CheckOutcome, { verdict, words: verifyWords() }));
  const [, list = ""] = /<ul>(.*?)<\/ul>/.exec(html) ?? [];
  expect(list.match(/<li>/g)).toHaveLength(1);
  expect(list).toContain("had no right to make them");
});
