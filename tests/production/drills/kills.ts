// Each kind of process dies once, as when its machine loses power, and is started again.
import { setTimeout as pause } from "node:timers/promises";
import { askDatabase } from "@/scripts/database/client.mjs";
import { until } from "@/scripts/embedded/process.mjs";
import { PlainError } from "@/scripts/base/plain-error.mjs";
import type { Program } from "../stack/program";
import type { Stack } from "../stack/stack";
import { allSeen, type Drill } from "./drill";

const AWAY_MS = 2_000;
/** Longer than Patroni waits for etcd, and for a standby. */
const LONG_AWAY_MS = 10_000;
const SEALED_MS = 60_000;
/** Until Patroni gives a machine up, and a busy one has taken over. */
const PROMOTED_MS = 90_000;

async function killed(program: Program, awayMs: number, meanwhile?: () => Promise<void>): Promise<void> {
  await program.kill();
  await pause(awayMs);
  await meanwhile?.();
  await program.start();
}

export const KILLS: readonly Drill[] = [
  {
    name: "kill a web server",
    kills: true,
    run: async (stack) => {
      const [first] = stack.web;
      if (first) await killed(first, AWAY_MS);
      await allSeen(stack);
    },
  },
  {
    name: "kill a worker",
    kills: false,
    run: async (stack) => {
      const [first] = stack.workers;
      const before = await sealedTo(stack);
      const isSealedFurther = async (): Promise<boolean> => (await sealedTo(stack)) > before;
      if (first)
        await killed(first, 0, async () => {
          if (!(await until(isSealedFurther, SEALED_MS)))
            throw new PlainError("the other worker seals nothing");
        });
    },
  },
  {
    name: "kill HAProxy",
    kills: true,
    run: async (stack) => {
      await killed(stack.balancer, AWAY_MS);
      await allSeen(stack);
    },
  },
  {
    name: "kill PgBouncer",
    kills: false,
    run: async (stack) => {
      await killed(stack.pooler, AWAY_MS);
      await allSeen(stack);
    },
  },
  {
    name: "kill etcd",
    kills: false,
    run: async ({ cluster }) => {
      await killed(cluster.etcd, LONG_AWAY_MS);
      await cluster.settled();
    },
  },
  {
    name: "kill the standby",
    kills: false,
    run: async ({ cluster }) => {
      const { program } = await cluster.standby();
      await killed(program, LONG_AWAY_MS);
      await cluster.settled();
    },
  },
  {
    name: "kill the primary: the standby is promoted",
    kills: false,
    run: async (stack) => {
      const { cluster } = stack;
      const before = await cluster.primary();
      await killed(before.program, 0, () => promoted(stack, before.name));
      await cluster.settled();
      await allSeen(stack);
    },
  },
  {
    name: "a planned switchover",
    kills: false,
    run: async (stack) => {
      const { cluster } = stack;
      const before = await cluster.primary();
      await cluster.switchOver();
      await promoted(stack, before.name);
      await cluster.settled();
      await allSeen(stack);
    },
  },
];

async function promoted({ cluster }: Stack, before: string): Promise<void> {
  const isAnother = async (): Promise<boolean> => (await cluster.primary()).name !== before;
  if (!(await until(isAnother, PROMOTED_MS))) throw new PlainError("the other server wasn't promoted");
}

async function sealedTo({ ownerUrl }: Stack): Promise<number> {
  const sizes = "SELECT coalesce(max(size), 0)::float8 AS size FROM audit.checkpoint";
  const [last] = (await askDatabase(ownerUrl, sizes)) as { size: number }[];
  return last?.size ?? 0;
}
