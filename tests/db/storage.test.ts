// Settings with which a crash could lose what was acknowledged.
import { afterAll, beforeAll, expect, test } from "vitest";
import { disconnect } from "@/lib/db/client";
import { unsafeStorage } from "@/lib/db/sql/storage";
import { openRegister, type TestRegister } from "./register";

let register: TestRegister;
beforeAll(async () => void (register = await openRegister()));
afterAll(() => register.close());

test.each([
  ["off", true],
  ["on", false],
])("synchronous_commit %s is reported as unsafe only if it is off", async (setting, isUnsafe) => {
  const database = new URL(register.ownerUrl).pathname.slice(1);
  await register.owner.query(`ALTER DATABASE ${database} SET synchronous_commit = ${setting}`);
  await disconnect();
  expect((await unsafeStorage()).includes("synchronous_commit")).toBe(isUnsafe);
});
