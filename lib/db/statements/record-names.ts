// Records of any kind by name: their titles, and the page each is shown on.
import type { TitledRecord, RecordKind } from "@/lib/domain/oversight/record-key";
import type { Queryable } from "../connection";

export async function selectNamed(
  q: Queryable,
  kind: RecordKind,
  keys: readonly string[],
): Promise<TitledRecord[]> {
  const { from, key, type, title, within } = NAMED[kind];
  const { rows } = await q.query<Omit<TitledRecord, "kind">>(
    `SELECT ${key}::text AS key, ${title} AS title, ${within} AS within FROM ${from} WHERE ${key} = ANY ($1::${type}[])`,
    [keys],
  );
  return rows.map((row) => ({ kind, ...row }));
}

interface Named {
  /** The row r with the joins needed to name it. */
  from: string;
  /** The column with the name. */
  key: string;
  type: "text" | "uuid";
  title: string;
  within: string;
  /** The id in the log. */
  id: string;
}

const ID = { key: "r.id", type: "uuid", id: "r.id" } as const;

export const NAMED: Record<RecordKind, Named> = {
  pledge: {
    from: "pledge r",
    key: "r.reference",
    type: "text",
    title: "r.title",
    within: "NULL::text",
    id: "r.id",
  },
  approval: { from: "approval r", ...ID, title: "r.body", within: "NULL::text" },
  source: { from: "source r", ...ID, title: "coalesce(r.title, r.publisher)", within: "NULL::text" },
  participant: {
    from: "participant r",
    key: "r.code",
    type: "text",
    title: "coalesce(r.names->>'en', r.code)",
    within: "NULL::text",
    id: "r.code",
  },
  trigger: {
    from: "trigger r",
    key: "r.code",
    type: "text",
    title: "r.title",
    within: "NULL::text",
    id: "r.code",
  },
  requirement: {
    from: "requirement r",
    key: "r.reference",
    type: "text",
    title: "r.title",
    within: "NULL::text",
    id: "r.id",
  },
  offer: {
    from: "offer r JOIN requirement q ON q.id = r.requirement_id",
    ...ID,
    title: "q.title",
    within: "q.reference",
  },
  delivery: {
    from: "delivery r JOIN pledge p ON p.id = r.pledge_id",
    ...ID,
    title: "p.title",
    within: "p.reference",
  },
  // Proposals about accounts have their own page, and findings don't name them.
  proposal: {
    from: "(SELECT * FROM proposal WHERE subject <> 'account') r",
    ...ID,
    title: "array_to_string(r.concerns, ', ')",
    within: "NULL::text",
  },
};
