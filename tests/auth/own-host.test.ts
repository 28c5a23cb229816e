// A register that others can reach and whose settings don't name its host: which names may be its own?
import { hostname } from "node:os";
import { beforeAll, expect, test } from "vitest";
import { isOwnHost } from "@/lib/auth/own-origin";

beforeAll(() => {
  Object.assign(process.env, { DATABASE_URL: "postgresql://nobody@127.0.0.1/nothing", HOST: "0.0.0.0" });
  delete process.env["NEXTAUTH_URL"];
});

test.each([
  "localhost:3000",
  "127.0.0.1:3000",
  "192.0.2.7:3000",
  "[2001:db8::7]:3000",
  "register:3000",
  "register.local",
  "register.ministry.internal",
  hostname(),
])("%s may be the register's", (host) => {
  expect(isOwnHost(host)).toBe(true);
});

test.each([
  "evil.example",
  "register.evil.example:3000",
  "192.0.2.7.evil.example",
  "local.evil.org",
  "a@localhost:3000",
  "evil.example@localhost",
  "localhost/",
  "localhost?a",
  "localhost#a",
  "localhost\\a",
  " localhost",
  "",
  null,
])("%s may be a stranger's that resolves to the register", (host) => {
  expect(isOwnHost(host)).toBe(false);
});
