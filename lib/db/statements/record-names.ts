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

const BY_ID = { key: "r.id", type: "uuid", id: "r.id" } as const;
const BY_REFERENCE = { key: "r.reference", type: "text", id: "r.id" } as const;
const BY_CODE = { key: "r.code", type: "text", id: "r.code" } as const;
const ITSELF = { within: "NULL::text" };

export const NAMED: Record<RecordKind, Named> = {
  pledge: { from: "pledge r", ...BY_REFERENCE, title: "r.title", ...ITSELF },
  approval: { from: "approval r", ...BY_ID, title: "r.body", ...ITSELF },
  source: { from: "source r", ...BY_ID, title: "coalesce(r.title, r.publisher)", ...ITSELF },
  participant: { from: "participant r", ...BY_CODE, title: "coalesce(r.names->>'en', r.code)", ...ITSELF },
  trigger: { from: "trigger r", ...BY_CODE, title: "r.title", ...ITSELF },
  requirement: { from: "requirement r", ...BY_REFERENCE, title: "r.title", ...ITSELF },
  offer: {
    from: "offer r JOIN requirement q ON q.id = r.requirement_id",
    ...BY_ID,
    title: "q.title",
    within: "q.reference",
  },
  delivery: {
    from: "delivery r JOIN pledge p ON p.id = r.pledge_id",
    ...BY_ID,
    title: "p.title",
    within: "p.reference",
  },
  // Proposals about accounts have their own page, and findings don't name them.
  proposal: {
    from: "(SELECT * FROM proposal WHERE subject <> 'account') r",
    ...BY_ID,
    title: "array_to_string(r.concerns, ', ')",
    ...ITSELF,
  },
};
