// The subjects measured in one register: the application, its bare twin, the same queries through `pg`, and the
// application right after a change.
import type pg from "pg";
import { loadFrame, PAGES, type Page } from "./pages";
import { now, type BenchRegister } from "./data/register";
import type { RoundWay } from "./rounds";
import { stageChange } from "./measures/stage-change";
import { statementsOf, replay } from "./statements";
import type { Within } from "./turns";

export interface Served {
  size: number;
  register: BenchRegister;
  within: Within;
  /** Where its application listens. */
  url: string;
  /** Direct connections, as many as the application has. */
  raw: pg.Pool;
}

export const KINDS = ["own", "twin", "sql", "changed"] as const;
export type Kind = (typeof KINDS)[number];

export const SUBJECTS: readonly string[] = [...PAGES.map(({ name }) => name), "stage"];

export const wayName = (subject: string, size: number, kind: Kind): string =>
  `${subject} ${String(size)} ${kind}`;

/** None where the register is too small for the subject. */
export async function waysOf(subject: string, served: Served): Promise<RoundWay[]> {
  const page = PAGES.find(({ name }) => name === subject);
  const ways = page ? await waysOfPage(page, served) : waysOfChange(served);
  return Object.entries(ways).map(([kind, ready]) => ({
    name: wayName(subject, served.size, kind as Kind),
    ready,
  }));
}

type Ways = Partial<Record<Kind, RoundWay["ready"]>>;

async function waysOfPage(page: Page, { register, within, url, raw }: Served): Promise<Ways> {
  const address = await within(() => page.address(register));
  if (address === null) return {};
  const own = () => read(`${url}${address}`, register.cookie);
  const twin = () => read(`${url}${page.twin}`, register.cookie);
  sameSize(page.name, await own(), await twin());
  const { statements: asked } = await within(async () => {
    await register.change();
    const at = await now();
    return statementsOf(() => Promise.all([loadFrame(register, at), page.load(register, at, address)]));
  });
  return {
    own: again(own),
    twin: again(twin),
    sql: again(() => replay(raw, asked)),
    changed: async (count) => {
      // As warm as the others: what a process does after a wait isn't caused by the change.
      await own();
      await within(register.change);
      return many(own, count);
    },
  };
}

function waysOfChange(served: Served): Ways {
  const { own, statements } = stageChange(served);
  return { own, twin: statements };
}

/** Runs once unmeasured, so that all caches are filled and no way benefits from another. */
const again =
  (call: () => Promise<unknown>): RoundWay["ready"] =>
  async (count) => {
    await call();
    return many(call, count);
  };

const many = (call: () => Promise<unknown>, count: number): (() => Promise<unknown>)[] =>
  Array.from({ length: count }, () => call);

/** Returns the number of characters. */
async function read(url: string, cookie: string): Promise<number> {
  const response = await fetch(url, { headers: { cookie }, redirect: "manual" });
  const text = await response.text();
  if (response.status !== 200 || text.length < 1_000)
    throw new Error(`${url} answered ${String(response.status)}`);
  return text.length;
}

/** Fails unless the twin sends about as much as its page. */
function sameSize(name: string, own: number, twin: number): void {
  if (Math.abs(own - twin) > 0.1 * own)
    throw new Error(`${name} has ${String(own)} characters, its twin ${String(twin)}`);
}
