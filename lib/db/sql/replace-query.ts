import type pg from "pg";

/** Replaces the connection's `query`; the returned function restores the previous one. */
export function replaceQuery(client: pg.PoolClient, query: (...given: unknown[]) => unknown): () => void {
  const before = Object.getOwnPropertyDescriptor(client, "query");
  Object.defineProperty(client, "query", { configurable: true, value: query });
  return () => {
    if (before) Object.defineProperty(client, "query", before);
    else Reflect.deleteProperty(client, "query");
  };
}
