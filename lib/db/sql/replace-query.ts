import type pg from "pg";

/** Puts this in place of the connection's `query`; what it returns puts back what was there. */
export function replaceQuery(client: pg.PoolClient, query: (...given: unknown[]) => unknown): () => void {
  const before = Object.getOwnPropertyDescriptor(client, "query");
  Object.defineProperty(client, "query", { configurable: true, value: query });
  return () => {
    if (before) Object.defineProperty(client, "query", before);
    else Reflect.deleteProperty(client, "query");
  };
}
