// Uploads to import: what isn't a file, is too large, or isn't what it says gets its status and a sentence at its field,
// and nothing of it is kept.
import { randomUUID } from "node:crypto";
import { existsSync, readdirSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { pool } from "@/lib/db/client";
import { env } from "@/lib/platform/env";
import { runImportJob } from "@/lib/imports/worker";
import { openTestApi, type TestApi } from "../support/api";
import { inOwnFolder } from "../support/files/own-folder";

let api: TestApi;
beforeAll(async () => {
  api = await openTestApi();
});
afterAll(() => api.close());
inOwnFolder();

const CSV = { "content-type": "text/csv" };
const send = (raw: BodyInit, headers: Record<string, string> = CSV, query = "?name=a.csv") =>
  api.call("officer", "POST", `/imports${query}`, { raw, headers });

async function kept(): Promise<number> {
  const { rows } = await pool().query<{ n: number }>(
    "SELECT (SELECT count(*) FROM import_job)::int + (SELECT count(*) FROM import_row)::int AS n",
  );
  return rows[0]?.n ?? -1;
}

function left(): string[] {
  const folder = path.join(env().DATA_DIR, "incoming");
  return existsSync(folder) ? readdirSync(folder) : [];
}

test("a file that cannot be imported is refused and leaves nothing behind", async () => {
  const [before, head] = [await kept(), await api.head()];
  expect(await send("A,B\n1,2\n", { "content-type": "application/json" })).toMatchObject({ status: 415 });
  expect(await send("A,B\n1,2\n", CSV, "")).toMatchObject({
    status: 422,
    body: { errors: [{ path: "name", code: "required" }] },
  });
  expect(await send("A,B\n1,2\n", CSV, "?name=a.csv&x=1")).toMatchObject({
    status: 422,
    body: { errors: [{ path: "x" }] },
  });
  expect(await send("A,B\n1,2\n", { ...CSV, "sec-fetch-site": "cross-site" })).toMatchObject({ status: 403 });
  expect(await send("A,B\n1,2\n", { ...CSV, "content-length": "9" })).toMatchObject({
    status: 422,
    body: { errors: [{ path: "file", code: "file-cut" }] },
  });
  expect(await send("x".repeat(20_000_001))).toMatchObject({
    status: 413,
    body: { detail: "A file can be at most 20 MB." },
  });
  for (const [raw, code] of [
    ["", "table-empty"],
    ["A,B\n", "no-rows"],
    [`A,B\n"1`, "quote-not-closed"],
    ["PK\u0003\u0004", "broken-workbook"],
    [`${"A,".repeat(10_000)}\n1\n`, "too-many-columns"],
    [`A\n${"x".repeat(19_000_000)}`, "line-too-long"],
    [`A\n${"1\n".repeat(20_001)}`, "too-many-rows"],
  ] as const) {
    const answer = await send(raw);
    expect(answer, code).toMatchObject({ status: 422, body: { errors: [{ path: "file", code }] } });
    const [error] = answer.body.errors as { message: string }[];
    expect(error?.message.length).toBeGreaterThan(10);
  }
  expect([await kept(), await api.head()]).toEqual([before, head]);
  // The uploaded file is removed once its answer is on its way.
  await expect.poll(left).toEqual([]);
});

test("a file is mapped, checked and listed, its errors come as CSV, and a row can be fixed", async () => {
  const sheet =
    "Pays;Priorité;Titre;Statut;Source;Preuve\nFrance;1;Deux mâts;Signalled;Élysée;presse\nRuritania;1;=1+1;Signalled;Élysée;presse\n";
  const { status, body, headers } = await send(Buffer.from(sheet, "latin1"));
  expect(status).toBe(201);
  const place = `/imports/${String(body.id)}`;
  expect(headers.get("location")).toBe(`/api/v1${place}`);
  expect(body).toMatchObject({
    state: "READ",
    rows: 2,
    file: { form: { encoding: "windows-1252", delimiter: ";" } },
  });
  const { body: mapping } = await api.call("officer", "GET", `${place}/mapping`);
  const { columns, values } = mapping as { columns: Record<string, number>; values: object };
  const tell = (told: object) => api.call("officer", "PUT", `${place}/mapping`, { body: told });
  expect(await tell({ columns: { ...columns, title: 6 }, values })).toMatchObject({
    status: 422,
    body: { errors: [{ path: "columns.title", code: "no-such-column" }] },
  });
  expect(await tell({ columns: { ...columns, title: 0 }, values })).toMatchObject({
    status: 422,
    body: { errors: [{ path: "columns", code: "column-twice" }] },
  });
  expect(await tell({ columns: { participant: 0 }, values })).toMatchObject({
    status: 422,
    body: { errors: [{ path: "columns", code: "columns-missing" }] },
  });
  expect(await tell({ columns: { ...columns, nonsense: 1 }, values })).toMatchObject({ status: 422 });
  expect(await api.call("officer", "POST", `${place}/run`, { body: {} })).toMatchObject({ status: 409 });
  expect(await tell({ columns, values })).toMatchObject({
    status: 202,
    body: { state: "WAITING", step: "CHECKING" },
  });
  expect(await tell({ columns, values })).toMatchObject({ status: 409, body: { code: "in-progress" } });
  expect(await runImportJob("00000000-0000-4000-8000-000000000001")).toBe(true);
  const { body: rows } = await api.call("officer", "GET", `${place}/rows?outcome=error`);
  expect(rows).toMatchObject({
    total: 1,
    items: [{ row: 3, errors: [{ field: "participant" }, { field: "title", code: "formula-cell" }] }],
  });
  const { body: text } = await api.call("officer", "GET", `${place}/errors.csv`);
  expect(JSON.stringify(text)).toContain("is not a participant");
  expect(JSON.stringify(text)).toContain("'=1+1");
  const mend = (cells: object[]) => api.call("officer", "PATCH", `${place}/rows/3`, { body: { cells } });
  expect(await mend([])).toMatchObject({ status: 422 });
  expect(await mend([{ column: 99, value: "x" }])).toMatchObject({
    status: 422,
    body: { errors: [{ code: "no-such-column" }] },
  });
  for (const meant of [{ leaveOut: true }, { is: null }])
    expect(
      await api.call("officer", "PATCH", `${place}/rows/3`, { body: { ...meant, alike: true } }),
    ).toMatchObject({ status: 422, body: { errors: [{ path: "cells", code: "required" }] } });
  const unstorable = await mend([{ column: 2, value: "a\u0000b\ud800" }]);
  expect(unstorable).toMatchObject({ status: 200, body: { cells: { 2: "a\ufffdb\ufffd" } } });
  expect(
    await mend([
      { column: 0, value: "FR" },
      { column: 2, value: "Trois mâts" },
    ]),
  ).toMatchObject({ status: 200, body: { outcome: "new" } });
  expect(
    await api.call("officer", "PATCH", `${place}/rows/9`, { body: { cells: [{ column: 0, value: "FR" }] } }),
  ).toMatchObject({ status: 404 });
  expect(await api.call("officer", "POST", `${place}/undo`, { body: { reason: "x" } })).toMatchObject({
    status: 409,
  });
  const { body: listed } = await api.call("officer", "GET", "/imports");
  expect(listed).toMatchObject({ items: [{ id: body.id, state: "CHECKED", counts: { new: 2, error: 0 } }] });
});

test("an upload sent twice at once with the same key is one file, and both get it as the answer", async () => {
  const before = await kept();
  const headers = { ...CSV, "idempotency-key": randomUUID() };
  const answers = await Promise.all([send("A,B\n1,2\n", headers), send("A,B\n1,2\n", headers)]);
  expect(answers.map(({ status }) => status)).toEqual([201, 201]);
  expect(answers[1]?.body).toEqual(answers[0]?.body);
  expect(await kept()).toBe(before + 2);
  const other = await send("A,B\n1,3\n", headers);
  expect(other).toMatchObject({ status: 422, body: { code: "key-reused" } });
  expect(await kept()).toBe(before + 2);
});
