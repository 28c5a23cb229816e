// Measures what Prisma costs and what prepared statements gain: one whole pledge, fifty, and a change with
// its event and derived rows. The ways take turns, alone and with sixteen at once.
import { pool } from "@/lib/db/client";
import { prisma } from "@/lib/db/prisma";
import { Prisma } from "@/lib/db/generated/client";
import { RECORDS } from "@/lib/db/statements/record-json";
import { selectPledges, pledgeFromRow, type StoredPledgeRow } from "@/lib/db/records/pledge";
import { copyDatabase, type TestServer } from "@/scripts/testing/databases.mjs";
import { benchRegister, changeOnePledge, type BenchRegister } from "../data/register";
import { takeTurns, type RoundWay } from "../rounds";
import { replay, transactionOf } from "../statements";
import { numberCell, printTable } from "../report/table";
import { turnsIn } from "../turns";

export const STORAGE = "storage";

const MANY = 50;
const AROUND = 400;

type Step = <T>(words: string, work: () => Promise<T>) => Promise<T>;

export async function benchStorage(
  server: TestServer,
  { sizes: [size = 1_000], rounds }: { sizes: number[]; rounds: number },
  step: Step,
): Promise<boolean> {
  const database = await copyDatabase(server);
  const { within, end } = turnsIn(database.appUrl);
  try {
    return await within(async () => {
      const register = await step(`Filling a register with ${numberCell(size)} pledges`, () =>
        benchRegister(size, database.ownerUrl),
      );
      const ways = [...(await reads()), ...changes(register)];
      const results = await step("Measuring", () => takeTurns(ways, rounds, () => undefined));
      printTable(
        ["milliseconds, median", "alone", "by sixteen"],
        ways.map(({ name }) => [name, ...[results.alone, results.crowd].map((all) => middle(all.get(name)))]),
      );
      for (const { name, why } of results.failed.slice(0, 5)) console.error(`Failed: ${name}:`, why);
      return results.failed.length === 0;
    });
  } finally {
    await end();
    await database.drop();
  }
}

async function reads(): Promise<RoundWay[]> {
  const ids = (
    await prisma().pledge.findMany({ take: AROUND, orderBy: { id: "asc" }, select: { id: true } })
  ).map(({ id }) => id);
  const question = `SELECT ${RECORDS.pledge.json} AS record FROM pledge r WHERE r.id = ANY ($1::uuid[]) ORDER BY r.id`;
  const query = Prisma.sql`SELECT ${Prisma.raw(RECORDS.pledge.json)} AS record FROM pledge r WHERE r.id = ANY (`;
  const byPg = (name?: string) => async (some: string[]) => {
    const { rows } = await pool().query<{ record: StoredPledgeRow }>({
      ...(name && { name }),
      text: question,
      values: [some],
    });
    return rows.map(({ record }) => pledgeFromRow(record));
  };
  const ways: Record<string, (some: string[]) => Promise<unknown[]>> = {
    "by pg": byPg(),
    "by pg, prepared": byPg("bench_pledges"),
    "by $queryRaw": async (some) =>
      (
        await prisma().$queryRaw<{ record: StoredPledgeRow }[]>(
          Prisma.sql`${query}${some}::uuid[]) ORDER BY r.id`,
        )
      ).map(({ record }) => pledgeFromRow(record)),
    "by Prisma Client": (some) => selectPledges(prisma(), { id: { in: some } }),
  };
  return [1, MANY].flatMap((count) =>
    Object.entries(ways).map(([way, find]) => ({
      name: `${count === 1 ? "a pledge" : `${String(count)} pledges`}, ${way}`,
      ready: (calls: number) =>
        Promise.resolve(
          Array.from({ length: calls }, (_, call) => async () => {
            const found = await find(ids.slice(call * 7, call * 7 + count));
            if (found.length !== count) throw new Error(`${String(found.length)} found`);
          }),
        ),
    })),
  );
}

/** One field of a pledge, with its event: as the register does it, and the same statements replayed by `pg`. */
function changes({ manager, rising }: BenchRegister): RoundWay[] {
  let turn = 0;
  const next = () => rising[turn++ % rising.length] ?? "";
  const change = (reference: string) =>
    changeOnePledge(manager, reference, "pledge.changed", () => ({
      nextAction: `ask again, ${String(turn)}`,
    }));
  return [
    {
      name: "one field changed, by the register",
      ready: (calls) => Promise.resolve(Array.from({ length: calls }, next).map((one) => () => change(one))),
    },
    {
      name: "one field changed, its statements by pg",
      ready: async (calls) => {
        const all: (() => Promise<unknown>)[] = [];
        for (let call = 0; call < calls; call += 1) {
          const statements = await transactionOf(() => change(next()));
          all.push(() => replay(pool(), statements));
        }
        return all;
      },
    },
  ];
}

const middle = (times: readonly number[] = []): string =>
  (times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? NaN).toFixed(2);
