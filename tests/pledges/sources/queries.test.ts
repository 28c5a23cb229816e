import { afterAll, beforeAll, expect, test } from "vitest";
import { approvalQuery } from "@/lib/pledges/approvals/filter";
import { loadApproval, loadApprovals } from "@/lib/pledges/approvals/queries";
import type { Approval } from "@/lib/domain/pledge/approval";
import type { SourceRow } from "@/lib/domain/details/source-details";
import type { Listed } from "@/lib/domain/base/listing";
import type { Result } from "@/lib/domain/base/result";
import { sourceQuery } from "@/lib/pledges/sources/filter";
import { loadSource, loadSources } from "@/lib/pledges/sources/queries";
import { admin, auditor, manager } from "../../support/cast";
import { filledRegister, type FilledRegister } from "../../support/registers/filled-register";

let register: FilledRegister;

beforeAll(async () => {
  register = await filledRegister({ seed: 9, pledges: 240 });
});
afterAll(() => register.end());

test("sources come newest first, undated ones last, each once, with the number of pledges that cite them", async () => {
  const rows = await pages<SourceRow>((cursor) => sources(`limit=5${cursor}`));
  expect(rows.map(({ id }) => id).sort()).toEqual(register.sources.map(({ id }) => id).sort());
  const days = rows.map(({ publishedOn }) => publishedOn ?? "0000");
  expect(days).toEqual([...days].sort().reverse());
  for (const { id, pledges } of rows) expect(pledges).toBe(citing(id).length);
});

test("words are looked for in publisher, title and address", async () => {
  const found = value(await sources("q=PUBLISHER 3&ownership=OFFICIAL")).items;
  const expected = register.sources.filter(
    ({ publisher, ownership, url, title }) =>
      ownership === "OFFICIAL" && `${publisher} ${title ?? ""} ${url ?? ""}`.toLowerCase().includes("3"),
  );
  expect(found.map(({ id }) => id).sort()).toEqual(expected.map(({ id }) => id).sort());
});

test("a source lists the pledges that cite it", async () => {
  const { id } = value(await sources("")).items.find(({ pledges }) => pledges > 0) ?? { id: "" };
  const sheet = value(await loadSource(auditor, id, register.at));
  expect([...new Set(sheet.evidence.map(({ pledge }) => pledge))].sort()).toEqual(citing(id).sort());
  expect(await loadSource(auditor, "00000000-0000-4000-8000-000000000000", register.at)).toMatchObject({
    refusal: { code: "not-found" },
  });
});

test("approvals come by participant, each once over all pages, and can be filtered", async () => {
  const rows = await pages<Approval>((cursor) => approvals(`limit=7${cursor}`));
  expect(rows.map(({ id }) => id).sort()).toEqual(register.approvals.map(({ id }) => id).sort());
  expect(rows.map(({ participant }) => participant)).toEqual(
    rows.map(({ participant }) => participant).sort(),
  );
  const open = register.approvals.filter(({ status }) => status === "UNKNOWN" || status === "TABLED");
  expect(value(await approvals("status=UNKNOWN,TABLED")).total).toBe(open.length);
  const [first] = rows;
  expect(value(await loadApproval(manager, first?.id ?? "", register.at))).toEqual(first);
});

test("an administrator can read neither", async () => {
  expect(await loadApproval(admin, "00000000-0000-4000-8000-000000000000", register.at)).toMatchObject({
    refusal: { code: "role" },
  });
  const all = sourceQuery.parse(new URLSearchParams());
  expect(all.ok && (await loadSources(admin, all.value, register.at))).toMatchObject({
    refusal: { code: "role" },
  });
});

const citing = (id: string): string[] =>
  register.pledges
    .filter(({ evidence }) => evidence.some(({ source }) => source.id === id))
    .map(({ reference }) => reference);

const sources = (query: string) =>
  loadSources(auditor, value(sourceQuery.parse(new URLSearchParams(query))), register.at);

const approvals = (query: string) =>
  loadApprovals(auditor, value(approvalQuery.parse(new URLSearchParams(query))), register.at);

async function pages<T>(load: (cursor: string) => Promise<Result<Listed<T>>>): Promise<T[]> {
  const rows: T[] = [];
  for (let cursor = ""; ;) {
    const { items, next } = value(await load(cursor));
    rows.push(...items);
    if (next === null) return rows;
    cursor = `&cursor=${next}`;
  }
}

function value<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.refusal.code);
  return result.value;
}
