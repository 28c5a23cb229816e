import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { POST } from "@/app/api/auth/[...nextauth]/route";
import { answerAuth } from "@/lib/auth/sign-in/auth-routes";
import { noteNewDevice } from "@/lib/people/people/devices";
import { disconnect } from "@/lib/db/client";
import { isOwnHost, isSameOrigin } from "@/lib/auth/own-origin";
import { safeNext } from "@/lib/auth/safe-next";
import { Browser, emailOf, openRegister, PASSWORD, type TestRegister } from "./register";

let register: TestRegister;
beforeAll(async () => void (register = await openRegister()));
afterAll(() => register.close());

const email = emailOf("OFFICER");

async function ask(path: string, init: RequestInit = {}): Promise<Response> {
  const request = new Request(`http://localhost:3000/api/auth/${path}`, init);
  const [place = ""] = path.split("?");
  const answered = await answerAuth(request, place.split("/"), noteNewDevice);
  return answered.ok ? answered.value : Response.json(answered.refusal, { status: 400 });
}

describe("next-auth's other routes", () => {
  test.each([
    "session",
    "providers",
    "verify-request",
    "_log",
    "callback/github",
    "signin/github",
    "",
    "..",
    "constructor",
  ])("%s is not found", async (path) => {
    for (const method of ["GET", "POST"]) {
      const answered = await answerAuth(
        new Request("http://localhost:3000/api/auth/x", { method }),
        path.split("/"),
        noteNewDevice,
      );
      expect(answered).toEqual({ ok: false, refusal: { code: "not-found" } });
    }
  });

  test.each(["signin", "signout", "error", "signin/credentials"])(
    "%s leads to our own page",
    async (path) => {
      const response = await ask(`${path}?callbackUrl=https://evil.example&error=Configuration`);
      expect([response.status, response.headers.get("location")]).toEqual([303, "/sign-in"]);
    },
  );

  test("signing in by GET is refused", async () => {
    expect(
      await answerAuth(new Request("http://localhost:3000/x"), ["callback", "credentials"], noteNewDevice),
    ).toMatchObject({ ok: false, refusal: { code: "method" } });
  });
});

describe("a form without a script", () => {
  const posted = (fields: Record<string, string>) =>
    ask("callback/credentials", {
      method: "POST",
      headers: new Browser().headers(),
      body: new URLSearchParams(fields),
    });

  test("leads on to the page it came from", async () => {
    const response = await posted({ email, password: PASSWORD, next: "/pledges?participant=FR" });
    expect([response.status, response.headers.get("location")]).toEqual([303, "/pledges?participant=FR"]);
    expect(response.headers.getSetCookie().join()).toMatch(
      /next-auth\.session-token=.*HttpOnly.*SameSite=Lax/i,
    );
  });

  test("names the fields left empty, and counts no attempt", async () => {
    for (const [fields, errors] of [
      [{}, "error=email:missing&error=password:missing"],
      [{ email, password: "" }, "error=password:missing"],
      [{ email: "nobody@register.example", password: "" }, "error=password:missing"],
      [{ email: " ", password: "x" }, "error=email:missing"],
    ] as const)
      for (const _ of Array.from({ length: 12 })) {
        const response = await posted({ ...fields, next: "/pledges" });
        expect([response.status, response.headers.get("location")]).toEqual([
          303,
          `/sign-in?${errors}&next=%2Fpledges`,
        ]);
        expect(response.headers.getSetCookie()).toEqual([]);
      }
    const response = await posted({ email, password: PASSWORD });
    expect([response.status, response.headers.get("location")]).toEqual([303, "/"]);
  });

  test("leads back with the reason, and keeps the next page", async () => {
    const response = await posted({ email, password: "wrong", next: "/pledges" });
    expect([response.status, response.headers.get("location")]).toEqual([
      303,
      "/sign-in?error=CredentialsSignin&next=%2Fpledges",
    ]);
  });

  test.each([
    "https://evil.example/",
    "//evil.example",
    "/\\evil.example",
    "/\tevil",
    "javascript:alert(1)",
    "/sign-in",
    "/api/auth/signout",
    "/a/../../b",
    "/./sign-in",
    "/%2e/sign-in",
    "/.//evil.example",
    "/%2E%2e//evil.example",
    "/a//evil.example",
  ])("never leads to %j", async (next) => {
    expect((await posted({ email, password: PASSWORD, next })).headers.get("location")).toBe("/");
    expect((await posted({ email, password: PASSWORD, callbackUrl: next })).headers.get("location")).toBe(
      "/",
    );
  });
});

test("only paths of the register may be the next page", () => {
  expect(["/", "/mine", "/pledges?q=a%20b#x", "/pledges/FR-3-001"].map(safeNext)).toEqual([
    "/",
    "/mine",
    "/pledges?q=a%20b#x",
    "/pledges/FR-3-001",
  ]);
  expect([undefined, 7, ["/mine"], "", "mine", "/é", "/" + "a".repeat(3_000)].map(safeNext)).toEqual(
    Array(7).fill("/"),
  );
});

describe("a form of another site", () => {
  const from = (headers: Record<string, string>, fields: Record<string, string> = {}) =>
    POST(
      new Request("http://localhost:3000/api/auth/callback/credentials", {
        method: "POST",
        headers: { host: "localhost:3000", ...headers },
        body: new URLSearchParams({ email, password: PASSWORD, json: "true", ...fields }),
      }),
      { params: Promise.resolve({ nextauth: ["callback", "credentials"] }) },
    );

  test.each([
    { "sec-fetch-site": "cross-site" },
    { "sec-fetch-site": "same-site" },
    { origin: "https://evil.example" },
    { origin: "null" },
    { origin: "http://localhost:4000" },
    {},
  ])("%j is refused", async (headers) => {
    const response = await from(headers);
    expect(response.status).toBe(403);
    expect(await response.json()).toMatchObject({ code: "cross-site" });
  });

  test("a program signs in with next-auth's token", async () => {
    const given = await ask("csrf");
    const { csrfToken } = (await given.json()) as { csrfToken: string };
    const cookie = given.headers.getSetCookie()[0]?.split(";")[0] ?? "";
    expect((await from({ cookie }, { csrfToken })).status).toBe(200);
    expect((await from({ cookie }, { csrfToken: "0".repeat(64) })).status).toBe(403);
    expect((await from({ cookie, "sec-fetch-site": "cross-site" }, { csrfToken })).status).toBe(403);
  });
});

test("the register knows its own names and origins", () => {
  const same = (origin: string, host: string) => isSameOrigin(new Headers({ origin, host }));
  expect(same("http://localhost:3000", "localhost:3000")).toBe(true);
  expect(same("http://127.0.0.1:3000", "localhost:3000")).toBe(true);
  expect(same("http://127.0.0.1:3001", "localhost:3000")).toBe(false);
  expect(["localhost:3000", "127.0.0.1:8080", "[::1]:3000", "localhost"].map(isOwnHost)).toEqual([
    true,
    true,
    true,
    true,
  ]);
  expect(
    ["evil.example", "localhost.evil.example:3000", "127.0.0.1.evil.example", "", null].map(isOwnHost),
  ).toEqual([false, false, false, false, false]);
});

test.each([
  ["a huge form", { "content-type": "application/x-www-form-urlencoded" }, "a=".padEnd(100_000, "x"), 413],
  ["broken JSON", { "content-type": "application/json" }, "{", 400],
  ["a JSON list", { "content-type": "application/json" }, "[]", 303],
  ["a number", { "content-type": "application/json" }, "7", 400],
  [
    "objects for text",
    { "content-type": "application/json" },
    '{"email":{},"password":[],"json":"true","__proto__":{"email":"x"}}',
    401,
  ],
  ["another type", { "content-type": "text/plain" }, "email=x", 415],
  ["no body", { "content-type": "application/json" }, "", 400],
  [
    "bytes that are no text",
    { "content-type": "application/x-www-form-urlencoded" },
    "email=%00%ff&password=%ff&json=true",
    401,
  ],
])("%s gets its status", async (_what, headers, body, status) => {
  const response = await POST(
    new Request("http://localhost:3000/api/auth/callback/credentials", {
      method: "POST",
      headers: { ...headers, "sec-fetch-site": "same-origin" },
      body,
    }),
    { params: Promise.resolve({ nextauth: ["callback", "credentials"] }) },
  );
  expect(response.status).toBe(status);
});

test("while the database is away a sign-in is answered 503, not as a wrong password", async () => {
  const address = process.env.DATABASE_URL;
  // Before disconnecting, since recording in the background may connect again at any moment.
  process.env.DATABASE_URL = "postgresql://nobody@127.0.0.1:1/nothing";
  await disconnect();
  const response = await POST(
    new Request("http://localhost:3000/x", {
      method: "POST",
      headers: new Browser().headers(),
      body: new URLSearchParams({ email, password: PASSWORD, json: "true" }),
    }),
    { params: Promise.resolve({ nextauth: ["callback", "credentials"] }) },
  );
  process.env.DATABASE_URL = address;
  await disconnect();
  expect([response.status, response.headers.get("content-type")]).toEqual([503, "application/problem+json"]);
  expect(await new Browser().signIn(email)).toBe("in");
});
