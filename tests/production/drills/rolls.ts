// Web servers are replaced one after the other: by the same build, by the release before, by this build again.
import { setTimeout as pause } from "node:timers/promises";
import { execFile } from "node:child_process";
import { promisify } from "node:util";
import type { Release } from "../stack/register";
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

export const ROLLS: readonly Drill[] = [
  { name: "a rolling restart", kills: false, run: (stack) => roll(stack) },
  {
    name: "back to the release before",
    kills: false,
    whyNot: ({ before }) => (typeof before === "string" ? before : null),
    run: async (stack) => {
      if (typeof stack.before === "string") return;
      await roll(stack, stack.before);
      await pause(MEANWHILE_MS);
    },
  },
  {
    name: "an upgrade from it",
    kills: false,
    whyNot: ({ before }) => (typeof before === "string" ? before : null),
    run: async (stack) => {
      await migrateApart(stack);
      await roll(stack, stack.release);
    },
  },
];

/** As a step of its own, while the release before goes on. */
async function migrateApart({ release, ownerUrl }: Stack): Promise<void> {
  await promisify(execFile)(
    process.execPath,
    ["scripts/register/with-register.mjs", "scripts/register/migrate.mjs"],
    {
      cwd: release.folder,
      env: {
        NODE_ENV: "production",
        PATH: process.env["PATH"],
        ...release.env,
        DATABASE_OWNER_URL: ownerUrl,
      },
    },
  );
}
