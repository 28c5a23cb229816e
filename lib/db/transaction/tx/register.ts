import { dayOf, type Day } from "@/lib/domain/base/day";
import { mustHaveFactor } from "@/lib/domain/people/power";
import type { Baseline } from "@/lib/domain/oversight/baseline";
import type { Person } from "@/lib/domain/people/person";
import type { Register } from "@/lib/domain/people/register";
import type { Transaction } from "../../connection";
import { Prisma } from "../../generated/client";
import { selectSettingsEvents, type SettingsEvent } from "../../statements/settings-events";
import { selectBaselines, selectFirstBaseline } from "../../records/baseline";
import { selectRegister } from "../../records/register";
import { locked } from "../../sql/lock";

export const register = (q: Transaction) => ({
  /** Only for `writeAlone`. */
  lock: (): Promise<Register | null> => locked(q.db, "register", Prisma.sql`one`, () => selectRegister(q.db)),
  /** Whether the settings require a second factor of the person. */
  asksFactorOf: async (person: Person): Promise<boolean> =>
    mustHaveFactor(person, (await selectRegister(q.db))?.secondFactorFor ?? []),
  /** Changes of the settings, oldest first. */
  events: (): Promise<SettingsEvent[]> => selectSettingsEvents(q),
  /** PostgreSQL's spelling of a time zone; null: unknown to it. */
  findTimeZone: async (name: string): Promise<string | null> => {
    const { rows } = await q.query<{ name: string }>(
      "SELECT name FROM pg_timezone_names WHERE lower(name) = lower($1)",
      [name],
    );
    return rows[0]?.name ?? null;
  },
});

export const baselines = ({ db }: Transaction, timeZone: string) => ({
  find: (): Promise<Baseline[]> => selectBaselines(db, { orderBy: [{ asOf: "asc" }, { id: "asc" }] }),
  firstOn: async (): Promise<Day | null> => {
    const first = await selectFirstBaseline(db);
    return first && dayOf(first.asOf, timeZone);
  },
});
