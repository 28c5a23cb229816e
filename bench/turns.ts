// lib/db keeps one pool for its process. Here several registers take turns in being the one it speaks to.
import type pg from "pg";
import { pool } from "@/lib/db/client";

const place = globalThis as typeof globalThis & { registerPool?: pg.Pool | undefined };

/** Work done inside a register: `lib` knows no other meanwhile. One at a time. */
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
