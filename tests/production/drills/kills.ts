// Each kind of process dies once, as when its machine loses power, and is started again.
import { setTimeout as pause } from "node:timers/promises";
import type { Program } from "../stack/program";
import type { Stack } from "../stack/stack";
import type { Drill } from "./drill";

const AWAY_MS = 2_000;

async function killed(program: Program, awayMs = AWAY_MS): Promise<void> {
  await program.kill();
  await pause(awayMs);
  await program.start();
}

const allSeen = async ({ web, balancer }: Stack): Promise<void> => {
  for (const { name } of web) await balancer.sees(name, "UP");
};

export const KILLS: readonly Drill[] = [
  {
    name: "kill a web server",
    kills: true,
    run: async (stack) => {
      const [first] = stack.web;
      if (first) await killed(first);
      await allSeen(stack);
    },
  },
  {
    name: "kill HAProxy",
    kills: true,
    run: async (stack) => {
      await killed(stack.balancer);
      await allSeen(stack);
    },
  },
  {
    name: "kill PgBouncer",
    kills: false,
    run: async (stack) => {
      await killed(stack.pooler);
      await allSeen(stack);
    },
  },
];
