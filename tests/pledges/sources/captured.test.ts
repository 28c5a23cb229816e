import { createHash } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { pool } from "@/lib/db/client";
import { verifyRegister } from "@/lib/db/verify/verify";
import { addEvidence, logPledge } from "@/lib/pledges/pledges/commands";
import { recordSource } from "@/lib/pledges/sources/commands";
import { loadSource } from "@/lib/pledges/sources/queries";
import { sourceInput } from "@/lib/pledges/sources/schema";
import { fieldErrorsOf } from "@/lib/schema/fields";
import {
  aSentPiece,
  aSentPledge,
  LATER,
  refusalOf,
  staffedRegister,
  value,
  type StaffedRegister,
} from "@/tests/support/registers/staffed-register";

let register: StaffedRegister;
beforeAll(async () => {
  register = await staffedRegister();
});
afterAll(() => register.close());

const TEXT = "Paris, 6 January 2026.\n\nFrance offers “several thousand” soldiers 👩‍👩‍👧. É stays as it is.";
const sha256 = createHash("sha256").update(TEXT, "utf8").digest("hex");
const document = (title: string, text: string | null = null) =>
  sourceInput.parse({ publisher: "Agency", title, language: "en", ownership: "INDEPENDENT", text });
const record = async (title: string, text: string | null = null) =>
  value(await recordSource(register.officer, document(title, text)));

describe("a text is captured with its document", () => {
  test("as it is, once, under its hash, which its event contains", async () => {
    const source = await record("First", TEXT);
    expect(source).toMatchObject({ captured: sha256, version: 1 });
    expect(await record("First", TEXT)).toEqual(source);
    const other = await record("Second", TEXT.replaceAll("\n", "\r\n"));
    expect(other.captured).toBe(sha256);
    expect(value(await loadSource(register.auditor, source.id, LATER)).text).toBe(TEXT);
    const { rows } = await pool().query<{ payload: string }>(
      "SELECT payload FROM audit.event WHERE entity_id = $1",
      [source.id],
    );
    expect(rows.map(({ payload }) => payload.includes(sha256))).toEqual([true]);
    expect(JSON.stringify(rows)).not.toContain("several thousand");
  });

  test("or added to one that had none, while another text makes another document", async () => {
    const bare = await record("Third");
    const filled = await record("Third", TEXT);
    expect(filled).toMatchObject({ id: bare.id, version: 2, captured: sha256 });
    expect((await register.eventsOf(bare.id)).map(({ action }) => action)).toEqual([
      "source.recorded",
      "source.text-captured",
    ]);
    const another = await record("Third", `${TEXT} More.`);
    expect(another.id).not.toBe(bare.id);
    expect((await record("Third", `${TEXT} More.`)).id).toBe(another.id);
    expect((await record("Third")).id).toBe(bare.id);
  });

  test.each([
    ["nothing", "   \n", "empty"],
    ["too much", "a".repeat(100_001), "too-long"],
    ["what is no text", "a\u0000b", "unprintable"],
    ["a pile of accents", `a${"\u0300\u0316".repeat(20)}`, "too-many-accents"],
    ["half a letter", "a\ud800", "unprintable"],
    ["digits turned round", "up to \u202e0003 troops", "unprintable"],
  ])("unless it is %s", (_what, text, code) => {
    const input = { publisher: "A", language: "en", ownership: "OFFICIAL", text };
    const { error } = sourceInput.safeParse(input);
    expect(error && fieldErrorsOf(error, input)).toMatchObject([{ path: "text", code }]);
  });

  test("and the database keeps it unchanged, and only under its hash", async () => {
    const keep = (hash: string) =>
      pool().query("INSERT INTO captured_text (sha256, text) VALUES ($1, 'forged')", [hash]);
    await expect(keep("0".repeat(64))).rejects.toThrow("captured_text_is_its_hash");
    for (const change of ["UPDATE captured_text SET text = 'x'", "DELETE FROM captured_text"])
      await expect(pool().query(change)).rejects.toThrow("stays");
  });
});

describe("evidence names the place of its quote", () => {
  const start = TEXT.indexOf("several");
  const end = TEXT.indexOf(" soldiers") + " soldiers 👩‍👩‍👧".length;
  const quote = TEXT.slice(start, end);

  test("and is read back with it, also as of the past", async () => {
    const { id } = await record("Places", TEXT);
    const evidence = [aSentPiece({ source: { id }, quote, span: { start, end } })];
    const sheet = value(await logPledge(register.officer, aSentPledge({ evidence }), LATER));
    expect(sheet.evidence[0]).toMatchObject({ quote, span: { start, end } });
    const source = value(await loadSource(register.auditor, id, LATER));
    expect(source.evidence).toMatchObject([{ pledge: sheet.reference, span: { start, end } }]);
    const { rows } = await pool().query<{ at: string }>(
      "SELECT audit.instant(max(at)) AS at FROM audit.event",
    );
    const then = value(await loadSource(register.auditor, id, { asOf: rows[0]?.at ?? "" }));
    expect(then).toMatchObject({ text: TEXT, evidence: [{ span: { start, end } }] });
    expect(await verifyRegister()).toMatchObject({ intact: true });
  });

  test.each([
    ["another place", { start: start + 1, end }, quote, "span not-at-its-place"],
    ["nothing at all", { start, end: start }, quote, "span not-at-its-place"],
    ["beyond the text", { start, end: 99_999 }, quote, "span not-at-its-place"],
    ["no quote", { start, end }, null, "span not-at-its-place"],
  ])("%s is refused", async (_what, span, said, refused) => {
    const { id } = await record("Places", TEXT);
    const { reference } = value(await logPledge(register.officer, aSentPledge(), LATER));
    const evidence = aSentPiece({ source: { id }, quote: said, span });
    expect(refusalOf(await addEvidence(register.officer, { reference, evidence }, LATER))).toBe(
      `invalid, ${refused}`,
    );
  });

  test("a place in a source without a captured text is refused", async () => {
    const { id } = await record("Bare");
    const { reference } = value(await logPledge(register.officer, aSentPledge(), LATER));
    const evidence = aSentPiece({ source: { id }, quote, span: { start, end } });
    expect(refusalOf(await addEvidence(register.officer, { reference, evidence }, LATER))).toBe(
      "invalid, span no-captured-text",
    );
  });
});
