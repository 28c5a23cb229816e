import { afterAll, beforeAll, expect, test } from "vitest";
import { POST as setByLink } from "@/app/api/auth/set-password/route";
import { env } from "@/lib/platform/env";
import { addressOf, createAdministrator } from "@/scripts/register/admin-create";
import { Browser, openRegister, type TestRegister } from "./register";

let register: TestRegister;
beforeAll(async () => void (register = await openRegister({ empty: true })));
afterAll(() => register.close());

test("the first administrator is made on the command line and signs in by a link; a second is refused", async () => {
  expect(await createAdministrator("nobody", undefined)).toHaveProperty("sorry");
  expect(await createAdministrator(undefined, undefined)).toHaveProperty("sorry");
  const made = await createAdministrator("Ada@Ministry.Example", "Ada");
  if (!("link" in made)) throw new Error(made.sorry);
  const token = made.link.replace("/set-password/", "");
  const password = "a good pass phrase";
  const request = new Request("http://localhost:3000/x", {
    method: "POST",
    headers: new Browser().headers(),
    body: new URLSearchParams({ token, password, again: password, json: "true" }),
  });
  expect((await setByLink(request, { params: Promise.resolve({}) })).status).toBe(200);
  expect(await new Browser().signIn("ada@ministry.example", password)).toBe("in");
  const back = await createAdministrator("ada@ministry.example", undefined);
  expect(back).toHaveProperty("link");
  const [last] = await register.sql("SELECT action, actor_name FROM audit.event ORDER BY seq DESC LIMIT 1");
  expect(last).toEqual({ action: "person.link-made", actor_name: "Register" });
  expect(await createAdministrator("eve@ministry.example", "Eve")).toEqual({
    sorry: expect.stringContaining("already") as string,
  });
  expect(await register.sql("SELECT email, role FROM person")).toEqual([
    { email: "ada@ministry.example", role: "ADMIN" },
  ]);
});

test("the link has the register's address if the settings say it, else only its path", () => {
  const before = { ...env() };
  try {
    Object.assign(env(), { NEXTAUTH_URL: undefined, HOST: "0.0.0.0", PORT: 3001 });
    expect(addressOf("/x", {})).toBe("/x (below the register's address)");
    expect(addressOf("/x", { PORT: "3001" })).toBe("http://localhost:3001/x");
    Object.assign(env(), { NEXTAUTH_URL: "https://register.example/" });
    expect(addressOf("/x", { NEXTAUTH_URL: "https://register.example/" })).toBe("https://register.example/x");
  } finally {
    Object.assign(env(), before);
  }
});
