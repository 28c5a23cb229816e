// A communiqué of twenty pages is captured and read into drafts through the API, in a time that grows with its length.
import { readFileSync } from "node:fs";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openTestApi, type TestApi } from "../support/api";
import { aSource } from "../support/bodies";
import { processorTime } from "../support/processes/processor";
import { callOk } from "../support/registers/call-ok";

let api: TestApi;
beforeAll(async () => {
  api = await openTestApi();
});
afterAll(() => api.close());

const PAGE = 3_000;
const statements = JSON.parse(readFileSync("tests/domain/passages/drafts/data/statements.json", "utf8")) as {
  language: string;
  text: string;
}[];
const english = statements
  .filter(({ language }) => language === "en")
  .map(({ text }) => text)
  .join("\n\n");
/** No two pages say the same. */
const communique = (pages: number): string => {
  const all = Array.from({ length: 40 }, (_, turn) =>
    english.replace(/\b\d{2,3}\b/g, (n) => String(Number(n) + turn)),
  );
  return all.join("\n\n").slice(0, pages * PAGE);
};

interface Draft {
  id: string;
  version: number;
  span: { start: number; end: number };
}

async function readPages(pages: number): Promise<{ drafts: Draft[]; text: string; took: number }> {
  const text = communique(pages);
  expect(text).toHaveLength(pages * PAGE);
  const body = { ...aSource, publisher: "Coalition", title: `${pages} pages`, language: "en", text };
  const source = String((await api.call("manager", "POST", "/sources", { body })).body.id);
  let drafts: Draft[] = [];
  const took = await processorTime(async () => {
    const answer = await callOk(api, "manager", "POST", `/sources/${source}/drafts`, "/sources/{id}/drafts", {
      body: {},
    });
    drafts = answer.items as Draft[];
  });
  return { drafts, text, took };
}

test("twenty pages take at most ten times as long as five, and each draft rests on words of the text", async () => {
  // A first reading, so that one-time preparation isn't measured.
  await readPages(1);
  const few = await readPages(5);
  const many = await readPages(20);
  expect(few.drafts.length).toBeGreaterThan(5);
  expect(many.drafts.length).toBeGreaterThan(2 * few.drafts.length);
  expect(many.took).toBeLessThan(10 * few.took);
  for (const { span } of many.drafts) expect(many.text.slice(span.start, span.end).trim()).not.toBe("");
});
