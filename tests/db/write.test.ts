import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { pool } from "@/lib/db/client";
import { idempotently } from "@/lib/db/log/idempotency";
import { verifyRegister } from "@/lib/db/verify/verify";
import { replaying, write } from "@/lib/db/write";
import { refuse } from "@/lib/domain/base/refusal";
import { ok } from "@/lib/domain/base/result";
import { aContribution, anApproval } from "@/tests/support/cast";
import { atOnce } from "@/tests/support/patient";
import { change, changed, expectOk, logged, openRegister, type TestRegister } from "./register";

let register: TestRegister;
beforeAll(async () => void (register = await openRegister()));
afterAll(() => register.close());

test("a record reads back as it was saved, to the letter", async () => {
  const { manager, source } = register;
  const saved = await change(manager, (tx) =>
    logged(tx, source, {
      title: '“Ready” — ‘готові’ \u0001\u007f \\ " / \u2028 😀',
      contributions: [
        aContribution({ money: { amount: "0.50", currency: "EUR" } }),
        aContribution({
          quantity: {
            kind: "UP_TO",
            min: null,
            max: 999_999_999_999,
            unit: "ROUND",
            asStated: "up to a trillion",
          },
          caveats: [{ category: "GEOGRAPHIC", text: "west of the Dnipro" }],
          availableFrom: "2026-03-29",
        }),
        aContribution({
          quantity: { kind: "UP_TO", min: 0, max: 250, unit: "PERSON", asStated: "up to 250" },
        }),
      ],
    }),
  );
  const read = await change(manager, (tx) => tx.pledges.lock(saved.reference));
  expect(read).toEqual(saved);
  expect(read?.version).toBe(1);
});

test("lines are added, changed, moved and removed, and removed ones stay, marked", async () => {
  const { manager, source } = register;
  const pledge = await change(manager, (tx) =>
    logged(tx, source, { contributions: [aContribution(), aContribution({ kind: "AIR" })] }),
  );
  const [first, second] = pledge.contributions;
  if (!first || !second) throw new Error("two lines were logged");
  const third = { ...aContribution({ kind: "TRAINING" }), id: randomUUID() };
  const after = await change(manager, (tx) =>
    changed(tx, pledge.reference, { contributions: [third, { ...second, location: "AIRSPACE" }] }),
  );
  const read = await change(manager, (tx) => tx.pledges.lock(pledge.reference));
  expect(read).toEqual(after);
  const { rows } = await pool().query("SELECT removed_in FROM contribution WHERE id = $1", [first.id]);
  expect(rows).toEqual([{ removed_in: 2 }]);
});

test("a refusal leaves nothing behind, not even a number", async () => {
  const { manager, source } = register;
  const before = await events();
  const result = await write(manager, async (tx) => {
    await logged(tx, source, { participant: "DE", priority: 5 });
    return refuse("role");
  });
  expect(result).toMatchObject({ ok: false, refusal: { code: "role" } });
  expect(await events()).toBe(before);
  const pledge = await change(manager, (tx) => logged(tx, source, { participant: "DE", priority: 5 }));
  expect(pledge.reference).toBe("DE-5-001");
});

test("a bug leaves nothing behind and gives its connection back", async () => {
  const before = await events();
  for (let n = 0; n < 15; n += 1) {
    const bug = write(register.manager, async (tx) => {
      await logged(tx, register.source);
      throw new Error("a bug");
    });
    await expect(bug).rejects.toThrow("a bug");
  }
  expect(await events()).toBe(before);
});

test("50 changes of one record at once: one after the other, an event each, no version left out", async () => {
  const { manager, source } = register;
  const { reference, id } = await change(manager, (tx) => logged(tx, source));
  const titles = await atOnce(50, (n) =>
    change(manager, (tx) => changed(tx, reference, { title: `Title ${n}` })),
  );
  expect(titles.map((pledge) => pledge.version).sort((a, b) => a - b)).toEqual(
    Array.from({ length: 50 }, (_, n) => n + 2),
  );
  const { rows } = await pool().query<{ version: number }>(
    "SELECT entity_version AS version FROM audit.event WHERE entity_type = 'pledge' AND entity_id = $1 ORDER BY seq",
    [id],
  );
  expect(rows.map((row) => row.version)).toEqual(Array.from({ length: 51 }, (_, n) => n + 1));
});

test("of 50 clients with the same version one wins, and the others get the conflict", async () => {
  const { manager, source } = register;
  const { reference } = await change(manager, (tx) => logged(tx, source));
  const results = await atOnce(50, (n) =>
    write(manager, async (tx) => {
      const before = await tx.pledges.lock(reference);
      if (!before) return refuse("not-found");
      if (before.version !== 1)
        return {
          ok: false,
          refusal: { code: "version", conflict: await tx.conflict("pledge", before, 1) },
        };
      return ok(
        await tx.save("pledge", before, { ...before, title: `Theirs ${n}` }, { action: "pledge.changed" }),
      );
    }),
  );
  expect(results.filter((result) => result.ok)).toHaveLength(1);
  const told = results.flatMap((result) => (result.ok ? [] : [result.refusal.conflict]));
  expect(told).toHaveLength(49);
  expect(told[0]).toMatchObject({ current: 2, changedBy: "manager", fields: ["title"] });
});

test("100 pledges logged at once in one cell get references without a gap", async () => {
  const { manager, source } = register;
  const made = await atOnce(100, () =>
    change(manager, (tx) => logged(tx, source, { participant: "DE", priority: 1 })),
  );
  const numbers = made.map((pledge) => pledge.reference).sort();
  expect(numbers).toEqual(Array.from({ length: 100 }, (_, n) => `DE-1-${String(n + 1).padStart(3, "0")}`));
});

test("two changes that lock each other out are both made in the end", async () => {
  const { manager, source } = register;
  const [one, two] = await change(manager, async (tx) => [
    await logged(tx, source),
    await logged(tx, source),
  ]);
  if (!one || !two) throw new Error("two were logged");
  const crossed = (first: string, second: string) =>
    change(manager, async (tx) => {
      await changed(tx, first, { title: `${first} first` });
      await new Promise((resolve) => setTimeout(resolve, 50));
      await changed(tx, second, { summary: `${second} second` });
    });
  await Promise.all([crossed(one.reference, two.reference), crossed(two.reference, one.reference)]);
  const [first, second] = await change(manager, (tx) => tx.pledges.lockMany([one.reference, two.reference]));
  expect([first?.version, second?.version]).toEqual([3, 3]);
});

test("a connection that is cut off in the middle costs this change alone", async () => {
  const cut = change(register.manager, async (tx) => {
    await logged(tx, register.source, { participant: "DE", priority: 2 });
    await register.app.query(
      "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND usename = current_user AND state = 'idle in transaction'",
    );
    return tx.pledges.lock("DE-2-001");
  });
  await expect(cut).rejects.toThrow();
  const pledge = await change(register.manager, (tx) =>
    logged(tx, register.source, { participant: "DE", priority: 2 }),
  );
  expect(pledge.reference).toBe("DE-2-001");
});

test("a record saved without a lock, and overtaken, is saved again on what is there now", async () => {
  const { manager, source } = register;
  let tries = 0;
  const before = await change(manager, (tx) => logged(tx, source));
  const late = await change(manager, async (tx) => {
    tries += 1;
    const held = tries === 1 ? before : ((await tx.pledges.lock(before.reference)) ?? before);
    if (tries === 1) await change(manager, (other) => changed(other, before.reference, { owner: null }));
    return tx.save("pledge", held, { ...held, title: "Late" }, { action: "pledge.changed" });
  });
  expect(tries).toBe(2);
  expect(late).toMatchObject({ version: 3, owner: null, title: "Late" });
});

describe("a request that is sent again", () => {
  const request = () => ({ person: register.manager.id, key: randomUUID(), bodySha256: "a".repeat(64) });

  test("30 times at once: one record, and everybody gets the same answer", async () => {
    const once = request();
    const answers = await atOnce(30, () =>
      idempotently(once, () =>
        write(register.manager, async (tx) => ok(await logged(tx, register.source, { priority: 4 }))),
      ),
    );
    expect(new Set(answers.map((pledge) => JSON.stringify(pledge))).size).toBe(1);
    const { rows } = await pool().query(
      "SELECT count(*)::int AS n FROM pledge WHERE participant = 'FR' AND priority = 4",
    );
    expect(rows).toEqual([{ n: 1 }]);
  });

  test("with another body: key-reused", async () => {
    const first = request();
    await idempotently(first, () =>
      write(register.manager, async (tx) => ok(await logged(tx, register.source))),
    );
    const again = await idempotently({ ...first, bodySha256: "b".repeat(64) }, () =>
      write(register.manager, async (tx) => ok(await logged(tx, register.source))),
    );
    expect(again).toMatchObject({ ok: false, refusal: { code: "key-reused" } });
  });

  test("after a refusal the key is free", async () => {
    const once = request();
    await idempotently(once, () => write(register.manager, () => Promise.resolve(refuse("role"))));
    const done = await idempotently(once, () => write(register.manager, () => Promise.resolve(ok("done"))));
    expect(expectOk(done)).toBe("done");
  });

  test("after an answer that can't be kept nothing is changed, and the key is free", async () => {
    const { manager, source } = register;
    const once = request();
    const references: string[] = [];
    const logging = (answer: unknown) =>
      idempotently(once, () =>
        write(manager, async (tx) => {
          references.push((await logged(tx, source)).reference);
          return ok(answer);
        }),
      );
    await expect(logging(10n)).rejects.toThrow(/BigInt/);
    expect(expectOk(await logging("done"))).toBe("done");
    // The number is given again.
    expect(new Set(references).size).toBe(1);
  });
});

describe("a demonstration replays its past", () => {
  test("a moment before the last entry, or ahead of now, is refused", async () => {
    const { manager, source } = register;
    const at = "2026-02-25T08:39:59.000Z";
    await expect(replaying(at, () => change(manager, (tx) => logged(tx, source)))).rejects.toThrow(
      /replayed moment/,
    );
    const ahead = "2126-02-25T08:39:59.000Z";
    await expect(replaying(ahead, () => change(manager, (tx) => logged(tx, source)))).rejects.toThrow(
      /replayed moment/,
    );
  });
});

test("an approval's links follow its record, and what it serves is derived again", async () => {
  const { manager, source } = register;
  const [one, two] = await change(manager, async (tx) => [
    await logged(tx, source),
    await logged(tx, source),
  ]);
  if (!one || !two) throw new Error("two were logged");
  const approval = await change(manager, (tx) =>
    tx.save("approval", null, anApproval({ id: randomUUID(), serves: [one.reference], createdAt: tx.at }), {
      action: "approval.recorded",
    }),
  );
  expect(await pendingOf(one.reference, two.reference)).toEqual([one.reference]);
  await change(manager, async (tx) => {
    const before = await tx.approvals.lock(approval.id);
    await tx.save(
      "approval",
      before,
      { ...approval, serves: [two.reference] },
      { action: "approval.changed" },
    );
  });
  expect(await pendingOf(one.reference, two.reference)).toEqual([two.reference]);
  expect(await change(manager, (tx) => tx.approvals.serving(one.reference))).toEqual([]);
});

test("after all this the log is intact", async () => {
  expect(await verifyRegister()).toMatchObject({ intact: true });
});

async function pendingOf(...references: string[]): Promise<string[]> {
  const { rows } = await pool().query<{ reference: string }>(
    "SELECT reference FROM unresolved_item WHERE code = 'APPROVAL_PENDING' AND reference = ANY ($1) ORDER BY reference",
    [references],
  );
  return rows.map((row) => row.reference);
}

async function events(): Promise<number> {
  const { rows } = await pool().query<{ n: number }>("SELECT count(*)::int AS n FROM audit.event");
  return rows[0]?.n ?? -1;
}
