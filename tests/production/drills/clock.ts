// The clock of one web server is an hour ahead: readiness says so, and no entry has its time.
import { setTimeout as pause } from "node:timers/promises";
import { askDatabase } from "@/scripts/database/client.mjs";
import { PlainError } from "@/scripts/base/plain-error.mjs";
import { fakeClock } from "../stack/needs";
import type { Web } from "../stack/register";
import type { Drill } from "./drill";

const AHEAD_MS = 10_000;
const SKEWED = { FAKETIME: "+1h", FAKETIME_DONT_FAKE_MONOTONIC: "1", DONT_FAKE_MONOTONIC: "1" };

export const CLOCK: Drill = {
  name: "a clock that is an hour ahead",
  kills: false,
  run: async ({ web, balancer, ownerUrl }) => {
    const last = web.at(-1);
    if (!last) return;
    const again = async (extra: Web["extra"]): Promise<void> => {
      await last.stop();
      last.extra = extra;
      await last.start();
      await balancer.sees(last.name, "UP");
    };
    await again({ LD_PRELOAD: fakeClock(), ...SKEWED });
    await pause(AHEAD_MS);
    const said = await fetch(`http://127.0.0.1:${last.port}/api/health/ready`);
    const { parts } = (await said.json()) as { parts: Record<string, string> };
    await again({});
    if (parts["clock"] === "ok") throw new PlainError("readiness doesn't say that the clock is wrong");
    const ahead = await askDatabase(ownerUrl, "SELECT count(*)::int AS n FROM audit.event WHERE at > now()");
    const [{ n } = { n: 0 }] = ahead as { n: number }[];
    if (n > 0) throw new PlainError(`${n} entries carry a moment that is still to come`);
  },
};
