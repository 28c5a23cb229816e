// What a supervisor asks, without signing in: is the process up, and can it do its work?
import { ping } from "@/lib/db/state";
import { problem } from "./problem";

const PATIENCE = 2_000;
const HEADERS = { "Cache-Control": "private, no-store" };

export const alive = (): Response => Response.json({ status: "live" }, { headers: HEADERS });

/** 503 while the database is away, also when it only keeps silent. */
export async function ready(): Promise<Response> {
  const away = Symbol("away");
  const silence = new Promise((resolve) => setTimeout(resolve, PATIENCE, away).unref());
  const answer = await Promise.race([ping().catch(() => away), silence]);
  return answer === away
    ? problem({ code: "database-away" })
    : Response.json({ status: "ready" }, { headers: HEADERS });
}
