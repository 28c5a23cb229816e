// Each list can be downloaded as shown: the same rows, in a file that says what it contains and as of when.
import { readFile } from "node:fs/promises";
import { expect, signIn, test } from "../fixtures";

const VIEWS: [page: string, file: RegExp, says: string][] = [
  [
    "/unresolved?class=GAP&participant=FR",
    /^unresolved-filtered-as-of-2026-02-\d\dT\d{6}Z\.csv$/,
    "place,code,class,since",
  ],
  ["/coverage", /^coverage-as-of-/, "participant,priority,position"],
  ["/requirements", /^requirements-as-of-/, "firmLow,firmHigh"],
  ["/participants", /^participants-as-of-/, "FR,STATE,CO_LEAD,France"],
  ["/sources?ownership=OFFICIAL", /^sources-filtered-as-of-/, "OFFICIAL"],
  ["/changes", /^changes-as-of-/, "section,place"],
];

test("each list is downloaded as it is shown", async ({ page }) => {
  await signIn(page, "auditor", "/pledges");
  for (const [address, file, says] of VIEWS) {
    await page.goto(address);
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("link", { name: "Export this view (CSV)" }).click(),
    ]);
    expect(download.suggestedFilename()).toMatch(file);
    const text = await readFile(await download.path(), "utf8");
    expect(text).toContain(says);
    expect(text.split("\r\n")[1]).toMatch(/not official/i);
  }
});
