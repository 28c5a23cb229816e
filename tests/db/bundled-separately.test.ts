// Pages and the API are bundled separately: each has its own modules of lib/db, in one process.
import { afterAll, beforeAll, expect, test } from "vitest";
import * as connections from "@/lib/db/client";
import * as clients from "@/lib/db/prisma";
import { openRegister, type TestRegister } from "./register";

let register: TestRegister;
beforeAll(async () => {
  register = await openRegister();
});
afterAll(() => register.close());

/** The module once more, as another bundle has it. */
const again = async <M>(file: string): Promise<M> => (await import(/* @vite-ignore */ `${file}?again`)) as M;

test("two bundles share the connections, the client, and what a transaction takes", async () => {
  const other = await again<typeof connections>("@/lib/db/client.ts");
  expect(other.pool).not.toBe(connections.pool);
  expect(other.pool()).toBe(connections.pool());
  expect(other.takenConnection).toBe(connections.takenConnection);

  const bundled = await again<typeof clients>("@/lib/db/prisma.ts");
  expect(bundled.prisma).not.toBe(clients.prisma);
  expect(bundled.prisma()).toBe(clients.prisma());
  for (const { inPrismaTransaction } of [clients, bundled])
    expect(
      await inPrismaTransaction(
        async ({ db, client }) => [await db.person.count(), (await client.query("SELECT 1")).rowCount],
        () => "ROLLBACK",
      ),
    ).toEqual([expect.any(Number), 1]);
});
