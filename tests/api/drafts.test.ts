// Drafts through the API in the shapes that are described, and the plain form of a row that needs no script.
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { faultOfForm } from "@/app/(register)/sources/[id]/drafts/fault";
import { POST as postDraft } from "@/app/api/own/draft/route";
import { cookieFor, openTestApi, type TestApi, type Who } from "../support/api";
import { aSource, contributionBody, pledgeBody } from "../support/bodies";
import { poison } from "../support/hostile/hostile";
import { callOk } from "../support/registers/call-ok";

let api: TestApi;
let source: string;
beforeAll(async () => {
  api = await openTestApi();
  const sent = { ...aSource, publisher: "Government of France", language: "en", text: TEXT };
  source = String((await api.call("officer", "POST", "/sources", { body: sent })).body.id);
});
afterAll(() => api.close());

const TEXT = "France will train 200 soldiers after a ceasefire. France could provide €20 million.";

const SOLDIERS = { kind: "EXACT", min: 200, max: 200, unit: "PERSON", asStated: "200 soldiers" };

interface Draft {
  id: string;
  version: number;
  state: string;
  pledge: string | null;
}
const read = async (id = source): Promise<Draft[]> =>
  (await callOk(api, "officer", "POST", `/sources/${id}/drafts`, "/sources/{id}/drafts", { body: {} }))
    .items as Draft[];

const form = async (who: Who | null, fields: Record<string, string>): Promise<string> => {
  const request = new Request("http://localhost:3000/api/own/draft", {
    method: "POST",
    body: new URLSearchParams(fields).toString(),
    headers: {
      host: "localhost:3000",
      "content-type": "application/x-www-form-urlencoded",
      "sec-fetch-site": "same-origin",
      ...(who === null ? {} : { cookie: await cookieFor(who) }),
    },
  });
  const answer = await postDraft(request, { params: Promise.resolve({}) });
  return `${answer.status} ${answer.headers.get("location") ?? ""}`;
};

test("reading a text again returns the same drafts", async () => {
  const first = await read();
  expect(first.map(({ state }) => state)).toEqual(["OPEN", "OPEN"]);
  expect((await read()).map(({ id }) => id)).toEqual(first.map(({ id }) => id));
  const listed = await callOk(api, "officer", "GET", `/drafts?source=${source}`, "/drafts");
  expect((listed.items as Draft[]).map(({ id }) => id)).toEqual(first.map(({ id }) => id));
});

test("a draft is shown with the pledges on record that resemble it, and only to its own desk", async () => {
  const pledge = await api.call("officer", "POST", "/pledges", {
    body: {
      ...pledgeBody,
      title: "Training of 200 soldiers",
      contributions: [{ ...contributionBody, money: null, quantity: SOLDIERS }],
    },
  });
  expect(pledge.status, JSON.stringify(pledge.body)).toBe(201);
  const [one] = await read();
  const alike = await callOk(api, "officer", "GET", `/drafts/${one?.id ?? ""}/alike`, "/drafts/{id}/alike");
  expect(alike.items).toMatchObject([
    { reference: pledge.body.reference, title: "Training of 200 soldiers", stage: "PLEDGED" },
  ]);
  expect((await api.call("officer-north", "GET", `/drafts/${one?.id ?? ""}/alike`)).status).toBe(404);
});

test("a row's form leads back to its row with the error, and settles the draft once corrected", async () => {
  const [one, two] = await read();
  const back = `/sources/${source}/drafts?row=${one?.id ?? ""}`;
  const own = (field: string) => `${one?.id ?? ""}.${field}`;
  const sent = {
    ...{ does: "accept", draft: one?.id ?? "", held: "1", back },
    ...{ [own("participant")]: "FR", [own("says")]: "WILL", [own("title")]: "Training" },
    ...{ [own("kind")]: "OFFICIAL_STATEMENT", [own("reliability")]: "B", [own("credibility")]: "2" },
  };
  expect(await form("officer", sent)).toBe(`303 ${back}&error=priority:required`);
  expect(await form("officer", { ...sent, [own("kind")]: "" })).toBe(`303 ${back}&error=kind:required`);
  const said = { ...sent, [own("priority")]: "2" };
  expect(await form("officer-north", said)).toBe(`303 ${back}&error=draft:another-desk`);
  expect((await form("auditor", said)).slice(0, 3)).toBe("403");
  expect(await form(null, said)).toBe(
    "303 /sign-in?next=%2Fsources%2F".concat(source, "%2Fdrafts%3Frow%3D", one?.id ?? ""),
  );
  expect(await form("officer", said)).toBe(`303 ${back}`);
  expect(await form("officer", said)).toBe(`303 ${back}&error=draft:version`);
  expect(await form("officer", { does: "skip", draft: two?.id ?? "", held: "1", back })).toBe(`303 ${back}`);
  const states = (await read()).map(({ state, pledge }) => [state, pledge?.slice(0, 5) ?? null]);
  expect(states).toEqual([
    ["ACCEPTED", "FR-2-"],
    ["ASIDE", null],
  ]);
  expect(await form("officer", { ...said, back: "https://evil.example/" })).toBe("303 /?error=draft:version");
});

test("a row's form cleans a pasted title, and what it refuses is named in words", async () => {
  const sent = { ...aSource, text: "France will train 300 soldiers." };
  const id = String((await api.call("officer", "POST", "/sources", { body: sent })).body.id);
  const row = (await read(id))[0]?.id ?? "";
  const back = `/sources/${id}/drafts?row=${row}`;
  const said = (title: string) => ({
    ...{ does: "accept", draft: row, held: "1", back, [`${row}.participant`]: "FR", [`${row}.says`]: "WILL" },
    ...{ [`${row}.priority`]: "2", [`${row}.title`]: title, [`${row}.kind`]: "OFFICIAL_STATEMENT" },
    ...{ [`${row}.reliability`]: "B", [`${row}.credibility`]: "2" },
  });
  const refused = async (title: string) => {
    const address = new URL((await form("officer", said(title))).slice(4), "http://localhost");
    return faultOfForm(row, address.searchParams.get("error") ?? undefined);
  };
  const field = `${row}.title`;
  expect(await refused("x".repeat(121))).toEqual({ field, message: "At most 120 characters; this has 121" });
  expect(await refused("ab\u202e")).toEqual({
    field,
    message: "Remove character 3 (U+202E): it is not text",
  });
  expect(await form("officer", said("Training\u000bof soldiers\u0000"))).toBe(`303 ${back}`);
  expect((await read(id))[0]).toMatchObject({ title: "Training of soldiers", state: "ACCEPTED" });
});

test("the form that reads a text says if the rules found nothing in it", async () => {
  const reading = (id: string) => ({ does: "read", source: id, back: `/sources/${id}/drafts` });
  expect(await form("officer", reading(source))).toBe(`303 /sources/${source}/drafts`);
  const sent = { ...aSource, text: "It rained in Paris." };
  const empty = String((await api.call("officer", "POST", "/sources", { body: sent })).body.id);
  expect(await form("officer", reading(empty))).toBe(`303 /sources/${empty}/drafts?done=none`);
});

test("no form, whatever its fields, causes a server error", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.dictionary(fc.constantFrom("does", "draft", "held", "source", "back"), poison),
      async (fields) => {
        const texts = Object.entries(fields).map(([name, value]) => [name, String(value)] as const);
        expect(Number((await form("officer", Object.fromEntries(texts))).slice(0, 3))).toBeLessThan(500);
      },
    ),
    { numRuns: 60 },
  );
});
