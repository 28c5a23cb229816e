import { expect, test } from "vitest";
import { check } from "./check";
import { logFromBefore, packageOf } from "./genuine";

test("a log with an entry from before the rules of authority exits with 3 and a note", async () => {
  const log = logFromBefore();
  const verdict = await check(packageOf(log, { what: "LOG" }), { keys: [log.signer.verifierKey] });
  expect(verdict.exit).toBe(3);
  expect(verdict.found).toContain("note authority-earlier");
});
