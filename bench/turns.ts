// lib/db has one pool per process. Here several registers take turns using it.
import type pg from "pg";
import { pool } from "@/lib/db/client";

const place = globalThis as typeof globalThis & { registerPool?: pg.Pool | undefined };

/** Does work inside one register at a time: `lib` is connected to no other meanwhile. */
export type Within = <T>(work: () => Promise<T>) => Promise<T>;

export function turnsIn(url: string): { within: Within; end: () => Promise<void> } {
  let own: pg.Pool | undefined;
  return {
    within: async (work) => {
      process.env.DATABASE_URL = url;
      place.registerPool = own;
      own = pool();
      return work().finally(() => (place.registerPool = undefined));
    },
    end: async () => own?.end(),
  };
}
