// Web servers are replaced one after the other: by the same build, by the release before, by this build again.
import { setTimeout as pause } from "node:timers/promises";
import type { Release } from "../stack/register";
import { migrateInOwnProcess } from "../stack/migration";
import type { Stack } from "../stack/stack";
import type { Drill } from "./drill";

const MEANWHILE_MS = 5_000;

async function roll({ web, balancer }: Stack, to?: Release): Promise<void> {
  for (const one of web) {
    await one.stop();
    one.release = to ?? one.release;
    await one.start();
    await balancer.sees(one.name, "UP");
  }
}

const whyNot = ({ before }: Stack): string | null => (typeof before === "string" ? before : null);

/** Workers first: the first of them makes the mark of the store, which web servers look for. */
async function upgrade(stack: Stack): Promise<void> {
  const { release, workers, ownerUrl } = stack;
  await migrateInOwnProcess({
    folder: release.folder,
    env: { ...release.env, DATABASE_OWNER_URL: ownerUrl },
  });
  for (const one of workers.filter((each) => each.release !== release)) {
    await one.stop();
    one.release = release;
    await one.start();
  }
  await roll(stack, release);
}

/** The first of all: the register begins with the release before. */
export const UPGRADE: Drill = {
  name: "an upgrade from the release before, with its schema",
  kills: false,
  whyNot,
  run: async (stack) => {
    await pause(MEANWHILE_MS);
    await upgrade(stack);
  },
};

export const ROLLS: readonly Drill[] = [
  { name: "a rolling restart", kills: false, run: (stack) => roll(stack) },
  {
    name: "back to the release before, on this schema",
    kills: false,
    whyNot,
    run: async (stack) => {
      if (typeof stack.before === "string") return;
      await roll(stack, stack.before);
      await pause(MEANWHILE_MS);
    },
  },
  { name: "an upgrade from it", kills: false, whyNot, run: upgrade },
];
