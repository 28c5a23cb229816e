// Everything that a database says of its own structure, and the rows in it, to compare it with another.
import type pg from "pg";

const SCHEMAS = "('public'::regnamespace, 'audit'::regnamespace)";
const rights = (acl: string) =>
  `(SELECT string_agg(one::text, ' ' ORDER BY one::text) FROM unnest(${acl}) AS one)`;
const notOfExtension = (row: string, id: string) =>
  `NOT EXISTS (SELECT FROM pg_depend d WHERE d.classid = '${row}'::regclass AND d.objid = ${id} AND d.deptype = 'e')`;

const PARTS = {
  schemas: `SELECT nspname AS name, pg_get_userbyid(nspowner) AS owner, ${rights("nspacl")} AS rights
              FROM pg_namespace WHERE oid IN ${SCHEMAS}`,
  extensions: "SELECT extname AS name, extnamespace::regnamespace AS schema FROM pg_extension",
  relations: `SELECT c.oid::regclass AS name, relkind, pg_get_userbyid(relowner) AS owner, ${rights("relacl")} AS rights,
                     reloptions, relpersistence, relrowsecurity, obj_description(c.oid, 'pg_class') AS comment,
                     CASE WHEN relkind = 'v' THEN pg_get_viewdef(c.oid) END AS view
                FROM pg_class c WHERE relnamespace IN ${SCHEMAS}`,
  columns: `SELECT a.attrelid::regclass AS table, attnum AS place, attname AS name, format_type(atttypid, atttypmod) AS type,
                   attnotnull, attidentity, attgenerated, attcollation::regcollation AS collation, attstattarget, attstorage,
                   pg_get_expr(adbin, adrelid) AS value, ${rights("attacl")} AS rights, col_description(attrelid, attnum) AS comment
              FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid LEFT JOIN pg_attrdef ON adrelid = attrelid AND adnum = attnum
             WHERE relnamespace IN ${SCHEMAS} AND relkind IN ('r', 'v', 'm') AND attnum > 0`,
  constraints: `SELECT conrelid::regclass AS table, conname AS name, pg_get_constraintdef(oid) AS says, convalidated
                  FROM pg_constraint WHERE connamespace IN ${SCHEMAS}`,
  indexes: `SELECT indrelid::regclass AS table, pg_get_indexdef(indexrelid) AS says
              FROM pg_index JOIN pg_class c ON c.oid = indrelid WHERE relnamespace IN ${SCHEMAS}`,
  triggers: `SELECT tgrelid::regclass AS table, pg_get_triggerdef(oid) AS says, tgenabled
               FROM pg_trigger WHERE NOT tgisinternal`,
  functions: `SELECT oid::regprocedure AS name, pg_get_functiondef(oid) AS says, pg_get_userbyid(proowner) AS owner,
                     ${rights("proacl")} AS rights
                FROM pg_proc WHERE pronamespace IN ${SCHEMAS} AND prokind <> 'a' AND ${notOfExtension("pg_proc", "pg_proc.oid")}`,
  sequences: "SELECT * FROM pg_sequences",
  types: `SELECT oid::regtype AS name, typtype FROM pg_type
           WHERE typnamespace IN ${SCHEMAS} AND ${notOfExtension("pg_type", "pg_type.oid")}`,
  defaults: "SELECT defaclobjtype, defaclacl::text FROM pg_default_acl",
};

export type Catalog = Record<string, readonly string[]>;

/** Each part as sorted lines, one row a line; so are the rows of each table but Prisma's own. */
export async function catalogOf(client: pg.Client): Promise<Catalog> {
  const parts: Catalog = {};
  for (const [part, sql] of Object.entries(PARTS)) parts[part] = await linesOf(client, sql);
  const { rows: tables } = await client.query<{ name: string }>(
    `SELECT oid::regclass::text AS name FROM pg_class
      WHERE relnamespace IN ${SCHEMAS} AND relkind = 'r' AND relname <> '_prisma_migrations' ORDER BY 1`,
  );
  for (const { name } of tables) parts[`rows of ${name}`] = await linesOf(client, `TABLE ${name}`);
  return parts;
}

async function linesOf(client: pg.Client, sql: string): Promise<string[]> {
  const { rows } = await client.query<{ line: string }>(`SELECT to_json(t)::text AS line FROM (${sql}) t`);
  return rows.map(({ line }) => line).sort();
}
