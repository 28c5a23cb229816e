import type { Watch } from "../watch";
import type { Stack } from "../stack/stack";
import type { Ground } from "../../long/clients/client";

export interface Seen {
  watch: Watch;
  ground: Ground;
  /** The first entry of the people who write. */
  from: number;
}

/** What happens to production while people write. */
export interface Drill {
  name: string;
  /** A process through which requests go dies: connections to it break. */
  kills: boolean;
  /** Throws when production doesn't come back. */
  run(stack: Stack, seen: Seen): Promise<void>;
  /** Why it can't be tried here. */
  whyNot?: (stack: Stack) => string | null;
}

/** Two drills that don't disturb each other, at the same time. */
export const together = (one: Drill, other: Drill): Drill => ({
  name: `${one.name}; ${other.name}`,
  kills: one.kills || other.kills,
  run: async (stack, seen) => {
    const done = await Promise.allSettled([one.run(stack, seen), other.run(stack, seen)]);
    for (const each of done) if (each.status === "rejected") throw each.reason;
  },
});

/** Waits until HAProxy sends requests to every web server again. */
export async function allSeen({ web, balancer }: Stack): Promise<void> {
  for (const { name } of web) await balancer.sees(name, "UP");
}
