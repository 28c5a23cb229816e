// What signing in leaves in the access log, and that nothing typed is among it.
import { afterAll, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { POST as changeOwn } from "@/app/api/auth/password/route";
import { accessNoted } from "@/lib/auth/access-log";
import { pool } from "@/lib/db/client";
import { THE_REGISTER } from "@/lib/domain/people/actor";
import { changePerson } from "@/lib/people/people/commands";
import { Browser, emailOf, openRegister, PASSWORD, type TestRegister } from "./register";

let register: TestRegister;
beforeAll(async () => {
  register = await openRegister();
  const [row] = await register.sql("SELECT version FROM person WHERE id = $1", [register.id.AUDITOR]);
  const changes = { disabled: true };
  await changePerson(THE_REGISTER, { id: register.id.AUDITOR, ifMatch: Number(row?.version), changes });
});
beforeEach(async () => void (await register.sql("DELETE FROM throttle")));
afterAll(async () => {
  await accessNoted();
  await register.close();
});

let addresses = 0;
const elsewhere = () => `192.0.2.${(addresses += 1)}`;

/** The log's entries from an address, oldest first. */
async function notedOf(address: string) {
  await accessNoted();
  return register.sql(
    "SELECT kind, code, person_id, person_name, account, path FROM audit.access WHERE address = $1 ORDER BY seq",
    [address],
  );
}

test("the log names who signed in, and whose account was tried", async () => {
  const address = elsewhere();
  await new Browser(address).signIn(emailOf("OFFICER"), "wrong");
  await new Browser(address).signIn(emailOf("OFFICER"));
  await new Browser(address).signIn(emailOf("AUDITOR"));
  const person = { person_id: register.id.OFFICER, person_name: "OFFICER", account: null, path: "/sign-in" };
  expect(await notedOf(address)).toEqual([
    { ...person, kind: "SIGN_IN_FAILED", code: "wrong" },
    { ...person, kind: "SIGN_IN", code: null },
    {
      ...person,
      person_id: register.id.AUDITOR,
      person_name: "AUDITOR",
      kind: "SIGN_IN_FAILED",
      code: "disabled",
    },
  ]);
});

test("the log shows that someone had to wait", async () => {
  const address = elsewhere();
  for (let n = 0; n < 6; n += 1) await new Browser(address).signIn(emailOf("MANAGER"), `wrong ${n}`);
  expect((await notedOf(address)).map(({ code }) => code)).toEqual([
    ...Array<string>(5).fill("wrong"),
    "slow-down",
  ]);
});

test("the log shows that someone at an open session didn't know its password", async () => {
  const browser = new Browser(elsewhere());
  await browser.signIn(emailOf("MANAGER"));
  const body = new URLSearchParams({ json: "true", current: "a guess", password: "x", again: "x" });
  const request = { method: "POST", headers: browser.headers(), body };
  await changeOwn(new Request("http://localhost:3000/api/auth/password", request), {
    params: Promise.resolve({}),
  });
  expect((await notedOf(browser.address)).at(-1)).toEqual({
    kind: "SIGN_IN_FAILED",
    code: "own-password",
    person_id: register.id.MANAGER,
    person_name: "MANAGER",
    account: null,
    path: "/api/auth/password",
  });
});

test("an address without account is logged as a mark, the same each time; other text isn't", async () => {
  const address = elsewhere();
  for (const typed of [
    "nobody@register.example",
    " Nobody@Register.example",
    "somebody@register.example",
    "correct horse battery staple",
  ])
    await new Browser(address).signIn(typed, "wrong");
  const marks = (await notedOf(address)).map(({ account }) => account);
  expect(marks[0]).toMatch(/^[0-9a-f]{12}$/);
  expect(marks[1]).toBe(marks[0]);
  expect(marks[2]).not.toBe(marks[0]);
  expect(marks[3]).toBeNull();
});

test("nothing that was typed is in the log", async () => {
  const address = elsewhere();
  await new Browser(address).signIn("my-secret@pass.word", "another-secret");
  await new Browser(address).signIn(emailOf("OFFICER"), "third-secret");
  await new Browser(address).signIn(emailOf("OFFICER"));
  await accessNoted();
  const all = JSON.stringify(await register.sql("SELECT * FROM audit.access"));
  for (const typed of ["secret", "pass.word", PASSWORD, emailOf("OFFICER")]) expect(all).not.toContain(typed);
});

test("unknown, known and disabled accounts get the same status, headers, body and queries", async () => {
  const asked = vi.spyOn(pool(), "query");
  const told = new Map<string, string[]>();
  for (const [email, password] of [
    ["nobody@register.example", "wrong"],
    [emailOf("OFFICER"), "wrong"],
    [emailOf("AUDITOR"), "wrong"],
    [emailOf("AUDITOR"), PASSWORD],
  ] as const) {
    asked.mockClear();
    const response = await new Browser(elsewhere()).post("callback/credentials", { email, password });
    await accessNoted();
    const answer = {
      status: response.status,
      headers: [...response.headers],
      body: await response.text(),
      asked: asked.mock.calls.map(([question]) => textOf(question)),
    };
    told.set(JSON.stringify(answer), [...(told.get(JSON.stringify(answer)) ?? []), email]);
    await register.sql("DELETE FROM throttle");
  }
  asked.mockRestore();
  expect([...told.keys()]).toHaveLength(1);
  expect([...told.keys()][0]).toMatch(/"status":401.*CredentialsSignin.*note_access/);
});

test("every instance knows who has to wait", async () => {
  const address = elsewhere();
  const here = new Browser(address);
  for (let n = 0; n < 3; n += 1) expect(await here.signIn(emailOf("ADMIN"), `wrong ${n}`)).toBe("wrong");

  vi.resetModules();
  const second = await import("./register");
  const there = new second.Browser(address);
  for (let n = 3; n < 5; n += 1) expect(await there.signIn(emailOf("ADMIN"), `wrong ${n}`)).toBe("wrong");
  expect(await there.signIn(emailOf("ADMIN"))).toBe("slow");
  expect(await here.signIn(emailOf("ADMIN"))).toBe("slow");
});

/** pg takes a query as text or as an object. */
const textOf = (question: unknown): unknown =>
  typeof question === "object" && question !== null && "text" in question ? question.text : question;
