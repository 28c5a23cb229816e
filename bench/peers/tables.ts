// The register's records in tables without its rules, as another product would store them: the same rows,
// with keys, links and indexes for the measured queries, but none of our triggers, so that its writes are as
// cheap as possible.
import { withClient } from "@/scripts/database/client.mjs";

export const SCHEMA = "peer";

/** In the register's own database, so that both use one server; columns that only we need are left out. */
export const copyTables = (ownerUrl: string): Promise<void> =>
  withClient(ownerUrl, async (client) => {
    await client.query(`
      CREATE SCHEMA ${SCHEMA};
      CREATE TABLE ${SCHEMA}.participant AS TABLE participant;
      CREATE TABLE ${SCHEMA}.source AS SELECT id, title, url, published_on, publisher FROM source;
      CREATE TABLE ${SCHEMA}.pledge AS TABLE pledge;
      ALTER TABLE ${SCHEMA}.pledge DROP COLUMN search;
      CREATE TABLE ${SCHEMA}.contribution AS TABLE contribution;
      CREATE TABLE ${SCHEMA}.evidence AS TABLE evidence;
      CREATE TABLE ${SCHEMA}.unresolved AS
        SELECT id, participant, priority, pledge_id, code, class, since, owner FROM unresolved_item WHERE from_world = 0;
      CREATE TABLE ${SCHEMA}.event AS
        SELECT e.seq AS id, e.at, e.actor_name, e.actor_role, e.action, e.reason, e.payload, p.id AS pledge_id
        FROM audit.event e JOIN pledge p ON e.entity_type = 'pledge' AND e.entity_id IN (p.id::text, p.reference);`);
    for (const [table, key] of [["participant", "code"], ...TABLES.map((table) => [table, "id"])])
      await client.query(`ALTER TABLE ${SCHEMA}.${String(table)} ADD PRIMARY KEY (${String(key)})`);
    await client.query(`
      ALTER TABLE ${SCHEMA}.pledge ADD FOREIGN KEY (participant) REFERENCES ${SCHEMA}.participant;
      ALTER TABLE ${SCHEMA}.evidence ADD FOREIGN KEY (source_id) REFERENCES ${SCHEMA}.source;
      CREATE INDEX ON ${SCHEMA}.pledge (updated_at DESC);
      CREATE INDEX ON ${SCHEMA}.pledge (stage);
      CREATE INDEX ON ${SCHEMA}.pledge (participant, priority);
      CREATE INDEX ON ${SCHEMA}.unresolved (code);`);
    for (const table of OF_A_PLEDGE)
      await client.query(`
        ALTER TABLE ${SCHEMA}.${table} ADD FOREIGN KEY (pledge_id) REFERENCES ${SCHEMA}.pledge;
        CREATE INDEX ON ${SCHEMA}.${table} (pledge_id);`);
    await client.query("VACUUM ANALYZE");
  });

/** The tables whose rows the answer for a pledge includes. */
export const OF_A_PLEDGE = ["contribution", "evidence", "event", "unresolved"];
const TABLES = ["source", "pledge", ...OF_A_PLEDGE];
