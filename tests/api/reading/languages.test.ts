// The API answers in the account's language, or else in the one that the request asks for.
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { POST } from "@/app/api/auth/language/route";
import { pool } from "@/lib/db/client";
import { LANGUAGES, type Language } from "@/lib/domain/base/language";
import { translator, type MessageKey } from "@/lib/i18n/translator";
import { withLanguage } from "@/lib/i18n/reader";
import { openStaffedApi, type TestApi, type Who } from "../../support/api";

let api: TestApi;
beforeAll(async () => {
  api = await openStaffedApi();
});
afterAll(() => api.close());

const ASKERS: Record<Language, Who> = { en: "officer", fr: "manager", uk: "auditor" };
const choose = (who: Who, language: unknown) => api.call(who, "POST", "/me/language", { body: { language } });
const saysIn = (language: Language, key: MessageKey<"refusals">): string =>
  withLanguage(language, () => translator("refusals")(key));

test("a person chooses their own language, and the choice is on record", async () => {
  const before = await api.head();
  expect((await api.call("manager", "GET", "/me")).body).toMatchObject({ language: null });
  expect(await choose("manager", "fr")).toMatchObject({ status: 200, body: { language: "fr" } });
  expect((await api.call("manager", "GET", "/me")).body).toMatchObject({ language: "fr" });
  const { rows } = await pool().query<{ action: string; record: { language: string } }>(
    "SELECT action, payload::json->'record' AS record FROM audit.event WHERE seq = $1",
    [before + 1],
  );
  expect(rows).toMatchObject([{ action: "person.language-set", record: { language: "fr" } }]);
  expect(await choose("manager", "fr")).toMatchObject({ status: 200 });
  expect(await api.head()).toBe(before + 1);
});

test.each([["de"], [""], [3], [undefined], [["fr"]]])("%j is refused as a language", async (language) => {
  const before = await api.head();
  expect(await choose("manager", language)).toMatchObject({
    status: 422,
    body: { errors: [{ path: "language" }] },
  });
  expect(await api.head()).toBe(before);
});

describe("sentences", () => {
  beforeAll(async () => {
    for (const language of LANGUAGES) await choose(ASKERS[language], language);
  });

  test("are in each account's language, even for many requests at once", async () => {
    const asked = Array.from({ length: 60 }, (_, i) => LANGUAGES[i % 3] ?? "en");
    const answers = await Promise.all(
      asked.map((language) => api.call(ASKERS[language], "GET", "/pledges/ZZ-1-001")),
    );
    for (const [i, { status, body }] of answers.entries()) {
      const language = asked[i] ?? "en";
      expect(status).toBe(404);
      expect(body).toMatchObject({
        code: "not-found",
        title: saysIn(language, "not-found.title"),
        detail: saysIn(language, "not-found.detail"),
      });
    }
  });

  test("at fields are translated, too", async () => {
    const { body } = await api.call("manager", "POST", "/pledges", { body: { participant: "FR" } });
    const errors = body.errors as { message: string }[];
    expect(new Set(errors.map(({ message }) => message))).toContain("Ce champ est obligatoire");
  });

  test("follow the account's language rather than the request's", async () => {
    const { body } = await api.call("manager", "GET", "/nowhere", { headers: { "accept-language": "uk" } });
    expect(body.title).toBe(saysIn("fr", "not-found.title"));
  });

  test("follow the request for an account without a choice, and for anyone not signed in", async () => {
    await choose("manager", null);
    const uk = { headers: { "accept-language": "uk-UA,uk;q=0.9,en;q=0.5" } };
    expect((await api.call("manager", "GET", "/nowhere", uk)).body.title).toBe(
      saysIn("uk", "not-found.title"),
    );
    expect((await api.call("manager", "GET", "/nowhere")).body.title).toBe(saysIn("en", "not-found.title"));
    expect((await api.call(null, "GET", "/me", uk)).body.title).toBe(saysIn("uk", "not-signed-in.title"));
    const cookie = { headers: { cookie: "language=fr", "accept-language": "uk" } };
    expect((await api.call(null, "GET", "/me", cookie)).body.title).toBe(saysIn("fr", "not-signed-in.title"));
  });

  test("of definitions are translated, and codes aren't", async () => {
    const stages = (await api.call("auditor", "GET", "/definitions")).body.stages as Record<string, string>[];
    expect(stages[0]).toMatchObject({ code: "SIGNALLED", label: "Намічене" });
  });
});

describe("the form before signing in", () => {
  const send = async (fields: Record<string, string>, origin = "http://localhost:3000") => {
    const headers = { host: "localhost:3000", origin };
    const body = new URLSearchParams(fields);
    const answer = await POST(
      new Request("http://localhost:3000/api/auth/language", { method: "POST", headers, body }),
      {
        params: Promise.resolve({}),
      },
    );
    const { status } = answer;
    return { status, to: answer.headers.get("location"), cookie: answer.headers.get("set-cookie") };
  };

  test("is remembered by this browser, and leads back to signing in", async () => {
    expect(await send({ language: "uk", next: "/pledges?q=a" })).toMatchObject({
      status: 303,
      to: "/sign-in?next=%2Fpledges%3Fq%3Da",
      cookie: expect.stringMatching(/^language=uk; .*HttpOnly/) as unknown,
    });
    expect(await send({ language: "fr" })).toMatchObject({ status: 303, to: "/sign-in" });
    expect((await send({ language: "" })).cookie).toMatch(/^language=; .*Max-Age=0/);
  });

  test("leads to no other host, and refuses other languages and other sites", async () => {
    expect(await send({ language: "fr", next: "//evil.example" })).toMatchObject({ to: "/sign-in" });
    expect(await send({ language: "de" })).toMatchObject({ status: 422, cookie: null });
    expect(await send({ language: "fr" }, "https://evil.example")).toMatchObject({
      status: 403,
      cookie: null,
    });
  });
});
