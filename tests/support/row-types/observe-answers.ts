// Observes the answers of pg and Prisma's client to the described queries, without changing either.
import pg from "pg";
import { PrismaClient } from "@/lib/db/generated/client";
import type { Answer } from "./compare";
import type { AskedCall } from "./shape";

type OnAnswer = (call: AskedCall, answer: Answer) => void;
type Method = (this: object, ...given: unknown[]) => unknown;

export function observeAnswers(calls: readonly AskedCall[], onAnswer: OnAnswer): void {
  const streamOf = new WeakMap<object, AskedCall>();
  for (const { prototype } of [pg.Pool, pg.Client])
    wrap(prototype, "query", (self, [question], ask) => {
      const stream = streamOf.get(self);
      if (question instanceof pg.Query && stream)
        observeStream(question, (answer) => onAnswer(stream, answer));
      // Prisma's adapter queries in its own mode; its client is observed below.
      const isPrisma = typeof question === "object" && question !== null && "rowMode" in question;
      // Sent ahead of the question that is asked (lock-patience.ts).
      const isLimit = typeof question === "string" && question.startsWith("SET LOCAL lock_timeout");
      const call = isPrisma || isLimit ? undefined : currentCall(calls);
      const answer = ask();
      if (!call || !(answer instanceof Promise)) return answer;
      return answer.then((result: Answer | Answer[]) => {
        // Several statements in one text have one answer each.
        const last = [result].flat().at(-1);
        if (last) onAnswer(call, last);
        return result;
      });
    });
  // A stream waits for its connection before it queries, and then the stack lacks its caller.
  wrap(pg.Pool.prototype, "connect", (_pool, _given, connect) => {
    const call = currentCall(calls);
    const connected = connect();
    if (!call || !(connected instanceof Promise)) return connected;
    return connected.then((client: object) => {
      streamOf.set(client, call);
      return client;
    });
  });
  const { prototype: prisma }: { prototype: object } = PrismaClient;
  wrap(prisma, "$queryRaw", (_client, _given, ask) => {
    const call = currentCall(calls);
    const asked = ask() as Promise<readonly unknown[]>;
    return call ? observePrisma(asked, (rows) => onAnswer(call, { rows })) : asked;
  });
}

function wrap(
  owner: object,
  name: string,
  work: (self: object, given: unknown[], original: () => unknown) => unknown,
): void {
  const method = Reflect.get(owner, name) as Method;
  Reflect.set(owner, name, function (this: object, ...given: unknown[]): unknown {
    return work(this, given, () => method.apply(this, given));
  });
}

function observeStream(query: pg.Query, onAnswer: (answer: Answer) => void): void {
  const rows: unknown[] = [];
  query.on("row", (row) => void (rows.length < MOST_OF_STREAM && rows.push(row)));
  query.on("end", ({ fields }) => onAnswer({ rows, fields }));
}
const MOST_OF_STREAM = 100;

/** Prisma queries only when the promise is awaited, so nothing here may await it. */
function observePrisma(
  asked: Promise<readonly unknown[]>,
  onRows: (rows: readonly unknown[]) => void,
): unknown {
  const then = asked.then.bind(asked);
  const observed: typeof asked.then = (onDone, onFailed) =>
    then((rows) => {
      onRows(rows);
      return rows;
    }).then(onDone, onFailed);
  return Object.assign(asked, { then: observed });
}

const callOf = new Map<string, AskedCall | undefined>();

/** The innermost described call in the stack. Vitest's mapping of stacks is slow, so it is done once per stack. */
function currentCall(calls: readonly AskedCall[]): AskedCall | undefined {
  const mapped: unknown = Reflect.get(Error, "prepareStackTrace");
  const limit = Error.stackTraceLimit;
  Error.stackTraceLimit = 10;
  Error.prepareStackTrace = (_error, frames) =>
    frames.map((at) => `${at.getFileName()}:${at.getLineNumber()}:${at.getColumnNumber()}`).join();
  const unmapped = new Error().stack ?? "";
  Reflect.set(Error, "prepareStackTrace", mapped);
  if (!callOf.has(unmapped)) callOf.set(unmapped, callIn(new Error().stack ?? "", calls));
  Error.stackTraceLimit = limit;
  return callOf.get(unmapped);
}

function callIn(stack: string, calls: readonly AskedCall[]): AskedCall | undefined {
  for (const [, file, line, column] of stack.matchAll(/\/(lib\/db\/[^:)]+):(\d+):(\d+)/g)) {
    const at = [Number(line), Number(column)] as const;
    const call = calls.find((one) => one.file === file && !isBefore(at, one.from) && isBefore(at, one.to));
    if (call) return call;
  }
  return undefined;
}

const isBefore = (a: readonly [number, number], b: readonly [number, number]): boolean =>
  a[0] < b[0] || (a[0] === b[0] && a[1] < b[1]);
