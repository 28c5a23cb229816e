// Someone keeps a row locked: others wait four seconds at most, however many locks are in between.
import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { write, type Tx } from "@/lib/db/write";
import { ok } from "@/lib/domain/base/result";
import { refusalOf } from "@/lib/http/failure";
import { change, logged, openRegister, type TestRegister } from "./register";

/** Four seconds, and what a busy machine adds. Before there was a limit, the third in line waited for eight. */
const AT_LATEST_MS = 5_500;

let register: TestRegister;
let other: pg.Client;
beforeAll(async () => {
  register = await openRegister();
  other = new pg.Client({ connectionString: register.ownerUrl });
  await other.connect();
});
afterAll(async () => {
  await other.end();
  await register.close();
});

test("a change that waits behind waiting changes gives up when they do, and is refused as busy", async () => {
  const { manager, source } = register;
  const pledges = await Promise.all(
    Array.from({ length: 4 }, () => change(manager, (tx) => logged(tx, source))),
  );
  const [kept = "", ...free] = pledges.map(({ reference }) => reference);
  await other.query("BEGIN");
  await other.query("SELECT FROM pledge WHERE reference = $1 FOR UPDATE", [kept]);

  const lines = [
    [free[0], kept],
    [free[1], free[0], kept],
    [free[2], free[1], free[0], kept],
  ];
  const waits: Promise<{ said: unknown; ms: number }>[] = [];
  for (const line of lines) {
    const holdsFirst = new Promise<void>((resolve) => waits.push(waited(line, resolve)));
    await holdsFirst;
  }
  const told = await Promise.all(waits);
  await other.query("ROLLBACK");
  expect(told.map(({ said }) => said)).toEqual(lines.map(() => "busy"));
  expect(Math.max(...told.map(({ ms }) => ms))).toBeLessThan(AT_LATEST_MS);

  expect(await waited([free[2], free[1], free[0], kept], () => undefined)).toMatchObject({ said: "done" });
});

async function waited(
  line: readonly (string | undefined)[],
  onFirst: () => void,
): Promise<{ said: unknown; ms: number }> {
  const began = performance.now();
  const work = async (tx: Tx): Promise<void> => {
    for (const reference of line) {
      await tx.pledges.lock(reference ?? "");
      onFirst();
    }
  };
  const said = await write(register.manager, async (tx) => ok(await work(tx))).then(() => "done", refusalOf);
  return { said, ms: performance.now() - began };
}
