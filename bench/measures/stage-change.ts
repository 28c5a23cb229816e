// One stage change, SIGNALLED to PLEDGED: by the API, and as the same recorded statements through `pg` in one
// transaction. Both databases are equally durable.
import type pg from "pg";
import { setStage } from "@/lib/pledges/pledges/commands";
import { changeOnePledge, now, type BenchRegister } from "../data/register";
import type { RoundWay } from "../rounds";
import { replay, transactionOf } from "../statements";
import type { Within } from "../turns";

interface Place {
  register: BenchRegister;
  within: Within;
  url: string;
  raw: pg.Pool;
}

type Ready = RoundWay["ready"];

/** Each way takes its own pledges, and resets them beforehand. */
export function stageChange(place: Place): { own: Ready; statements: Ready } {
  const { rising } = place.register;
  const half = Math.floor(rising.length / 2);
  return {
    own: byApi(place, around(rising.slice(0, half))),
    statements: byStatements(place, around(rising.slice(half))),
  };
}

function byApi({ register, within, url }: Place, next: (count: number) => string[]): Ready {
  return async (count) => {
    const signalled = await within(() => inTurn(next(count), (one) => setBack(register, one)));
    return signalled.map(({ reference, version }) => async () => {
      const response = await fetch(`${url}/api/v1/pledges/${reference}/stage`, {
        method: "POST",
        headers: {
          cookie: register.cookie,
          "content-type": "application/json",
          "if-match": `"${String(version)}"`,
          "sec-fetch-site": "same-origin",
        },
        body: JSON.stringify({ to: "PLEDGED" }),
      });
      const text = await response.text();
      if (response.status !== 200) throw new Error(`${reference} stayed SIGNALLED: ${text}`);
    });
  };
}

function byStatements({ register, within, raw }: Place, next: (count: number) => string[]): Ready {
  return async (count) => {
    const transactions = await within(async () => {
      const at = await now();
      return inTurn(next(count), async (one) => {
        const { reference, version } = await setBack(register, one);
        const request = { reference, ifMatch: version, to: "PLEDGED" as const, evidence: [] };
        return transactionOf(() => setStage(register.manager, request, at));
      });
    });
    return transactions.map((statements) => () => replay(raw, statements));
  };
}

const setBack = (register: BenchRegister, reference: string) =>
  changeOnePledge(register.manager, reference, "pledge.changed", () => ({
    stage: "SIGNALLED",
    pledgedByStepOn: null,
  }));

/** The next `count` items, starting over after the last. */
function around(all: readonly string[]): (count: number) => string[] {
  let turn = 0;
  return (count) => {
    if (all.length < count) throw new Error("too few pledges may rise in so small a register");
    return Array.from({ length: count }, () => all[turn++ % all.length] ?? "");
  };
}

async function inTurn<T, R>(all: readonly T[], work: (one: T) => Promise<R>): Promise<R[]> {
  const done: R[] = [];
  for (const one of all) done.push(await work(one));
  return done;
}
