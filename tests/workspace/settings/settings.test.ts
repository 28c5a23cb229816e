import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { disconnect, pool } from "@/lib/db/client";
import {
  changeSettings,
  foundRegister,
  adoptSettings,
  THE_REGISTER,
} from "@/lib/workspace/settings/commands";
import { loadSettings } from "@/lib/workspace/settings/queries";
import type { Actor } from "@/lib/domain/people/actor";
import { createFirstAdministrator } from "@/lib/people/people/commands";
import { createTestDatabase } from "@/tests/support/registers/database";

let database: Awaited<ReturnType<typeof createTestDatabase>>;
beforeAll(async () => {
  database = await createTestDatabase();
  process.env.DATABASE_URL = database.appUrl;
});
afterAll(async () => {
  await disconnect();
  await database.drop();
});

const actions = async () =>
  (await pool().query<{ action: string }>("SELECT action FROM audit.event ORDER BY seq")).rows.map(
    (row) => row.action,
  );

test("before its founding, a register has settings to show, but none to change", async () => {
  expect(await loadSettings()).toMatchObject({ demonstration: false, offsetMs: 0, marking: "" });
  expect(await adoptSettings({ marking: "X" })).toMatchObject({
    ok: false,
    refusal: { code: "not-found" },
  });
});

describe("what people run", () => {
  test("verify and check:register say so when there is nothing to check", async () => {
    expect(await run("verify/main.ts")).toMatchObject({
      code: 2,
      out: expect.stringMatching(/could not verify: .*\(0 events, 0 records\)/) as string,
    });
    expect(await run("register/check-register.ts")).toMatchObject({
      code: 2,
      out: expect.stringMatching(/isn't founded/) as string,
    });
  });

  test("a start founds the register once, with the settings given", async () => {
    const given = { REGISTER_UNSAFE_STORAGE: "1", REGISTER_TIME_ZONE: "Europe/Paris", MARKING: "EXERCISE" };
    expect(await run("register/found-register.ts", given)).toMatchObject({
      code: 0,
      out: expect.stringMatching(/founded.*Europe\/Paris/) as string,
    });
    expect(await run("register/found-register.ts", given)).toMatchObject({
      code: 0,
      out: expect.stringMatching(/in place/) as string,
    });
    expect(await actions()).toEqual(["register.founded"]);
    expect(await loadSettings()).toMatchObject({
      timeZone: "Europe/Paris",
      marking: "EXERCISE",
      secondFactorFor: ["MANAGER", "ADMIN"],
    });
  });

  test("the next start takes over new settings, on record, and leaves the rest", async () => {
    await run("register/found-register.ts", {
      REGISTER_UNSAFE_STORAGE: "1",
      REGISTER_TIME_ZONE: "Europe/Kyiv",
      MARKING: "",
    });
    expect(await actions()).toEqual(["register.founded", "register.settings-changed"]);
    expect(await loadSettings()).toMatchObject({ timeZone: "Europe/Kyiv", marking: "EXERCISE" });
    expect(await run("register/check-register.ts")).toMatchObject({
      code: 0,
      out: expect.stringMatching(/as derived: 0 items/) as string,
    });
  });

  test("a start leaves what a person has set, and says so", async () => {
    const account = { email: "ada@register.example", name: "Ada" };
    const made = await createFirstAdministrator(THE_REGISTER, account);
    if (!made.ok) throw new Error(made.refusal.code);
    const ada: Actor = { ...made.value, session: null, request: null };
    const changed = await changeSettings(ada, { ifMatch: 2, changes: { timeZone: "Europe/Warsaw" } });
    expect(changed).toMatchObject({ ok: true, value: { version: 3 } });
    const given = { REGISTER_UNSAFE_STORAGE: "1", REGISTER_TIME_ZONE: "Europe/Kyiv", MARKING: "EXERCISE" };
    expect(await run("register/found-register.ts", given)).toMatchObject({
      code: 0,
      out: expect.stringMatching(/REGISTER_TIME_ZONE is ignored: Ada set .*\n.*Europe\/Warsaw/) as string,
    });
    expect(await loadSettings()).toMatchObject({ timeZone: "Europe/Warsaw" });
  });

  test("a start refuses a PostgreSQL that may lose what it acknowledged", async () => {
    const { rows } = await pool().query<{ setting: string }>(
      "SELECT setting FROM pg_settings WHERE name = 'fsync'",
    );
    const expected =
      rows[0]?.setting === "off"
        ? { code: 1, out: expect.stringMatching(/fsync.* off/) as string }
        : { code: 0 };
    expect(await run("register/found-register.ts")).toMatchObject(expected);
  });

  test("verify exits with 1 and what is wrong, or with 2 if there is no database", async () => {
    await pool().query("DELETE FROM unresolved_item");
    await asOwner("ALTER TABLE register DISABLE TRIGGER USER; UPDATE register SET marking = 'FORGED'");
    expect(await run("verify/main.ts")).toMatchObject({
      code: 1,
      out: expect.stringMatching(/not intact: register itself: .*marking differ/) as string,
    });
    expect(
      await run("verify/main.ts", { DATABASE_URL: "postgresql://nobody@127.0.0.1:1/none" }),
    ).toMatchObject({
      code: 2,
      out: expect.stringMatching(/could not verify/) as string,
    });
  });
});

test("a register can't be founded twice", async () => {
  const again = await foundRegister({ demonstration: true, offsetMs: 1, timeZone: "UTC", marking: "" });
  expect(again).toMatchObject({ ok: false, refusal: { code: "already-there" } });
});

async function run(
  script: string,
  given: Record<string, string> = {},
): Promise<{ code: number; out: string }> {
  const root = fileURLToPath(new URL("../../..", import.meta.url));
  const env = {
    PATH: process.env.PATH,
    DATABASE_URL: database.appUrl,
    // Not that of a register which was started in this folder.
    DATA_DIR: process.env.DATA_DIR,
    ...given,
  } as unknown as NodeJS.ProcessEnv;
  const args = ["--conditions=react-server", "--import", "tsx", `scripts/${script}`];
  try {
    const { stdout, stderr } = await promisify(execFile)(process.execPath, args, { cwd: root, env });
    return { code: 0, out: stdout + stderr };
  } catch (error) {
    const { code, stdout, stderr } = error as { code: number; stdout: string; stderr: string };
    return { code, out: stdout + stderr };
  }
}

async function asOwner(statements: string): Promise<void> {
  const owner = new pg.Client({ connectionString: database.ownerUrl });
  await owner.connect();
  await owner.query(statements);
  await owner.end();
}
