// What one, two and three web servers answer to the same people.
import { setTimeout as pause } from "node:timers/promises";
import type { Drill } from "./drill";

const EACH_MS = 10_000;

export const LOAD: readonly Drill[] = ["one web server", "two web servers", "three web servers"].map(
  (name, n): Drill => ({
    name,
    kills: false,
    run: async ({ web, balancer }) => {
      for (const [index, one] of web.entries()) await balancer.set(one.name, index <= n ? "ready" : "drain");
      await pause(EACH_MS);
      for (const one of web) await balancer.set(one.name, "ready");
    },
  }),
);
