// A COMMIT waits without end for a synchronous standby that is away. Nobody is told that it was made, and nobody waits
// so long.
import pg from "pg";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { disconnect, pool } from "@/lib/db/client";
import { verifyRegister } from "@/lib/db/verify/verify";
import { write } from "@/lib/db/write";
import { ok } from "@/lib/domain/base/result";
import { refusalOf } from "@/lib/http/failure";
import { askDatabase } from "@/scripts/database/client.mjs";
import { logged, openRegister, type TestRegister } from "./register";

let register: TestRegister;
beforeAll(async () => void (register = await openRegister()));
afterAll(() => register.close());

/** Only on a server of the tests' own, where every other database commits without waiting for anything. */
async function mayWait(): Promise<boolean> {
  const { superuser, adminUrl } = inject("server");
  if (!superuser) return false;
  const [row] = (await askDatabase(adminUrl, "SHOW synchronous_commit")) as { synchronous_commit: string }[];
  return row?.synchronous_commit === "off";
}

const log = () =>
  write(register.manager, async (tx) => ok(await logged(tx, register.source))).then(
    () => "done",
    (error: unknown) => refusalOf(error),
  );

test("one change is answered as away, others as busy, in time; that one is there when the standby is", async ({
  skip,
}) => {
  if (!(await mayWait())) return skip("the server is shared, or its login is no superuser");
  const admin = new pg.Client({ connectionString: inject("server").adminUrl });
  await admin.connect();
  const name = new URL(register.ownerUrl).pathname.slice(1);
  const before = await count();
  try {
    await admin.query("ALTER SYSTEM SET synchronous_standby_names = 'nobody'");
    await admin.query("SELECT pg_reload_conf()");
    await admin.query(`ALTER DATABASE ${name} SET synchronous_commit = on`);
    await disconnect();
    const began = performance.now();
    const told = await Promise.all([log(), log(), log()]);
    expect(performance.now() - began).toBeLessThan(12_000);
    expect(told.sort()).toEqual(["busy", "busy", "database-away"]);
    expect(await count()).toBe(before);
  } finally {
    await admin.query(`ALTER DATABASE ${name} RESET synchronous_commit`);
    await admin.query("ALTER SYSTEM RESET synchronous_standby_names");
    await admin.query("SELECT pg_reload_conf()");
    await admin.end();
  }
  await expect.poll(count).toBe(before + 1);
  expect(await log()).toBe("done");
  expect(await verifyRegister()).toMatchObject({ intact: true });
});

async function count(): Promise<number> {
  const { rows } = await pool().query<{ n: string }>("SELECT count(*) AS n FROM pledge");
  return Number(rows[0]?.n);
}
