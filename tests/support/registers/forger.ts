// A forger who owns the database server and knows how the log is made. Rewritten parts are consistent, as far as a test
// wants.
import { generateKeyPairSync, type KeyObject } from "node:crypto";
import pg from "pg";
import { inject } from "vitest";
import { signedNote, verifierKeyOf } from "@/lib/trust/checkpoints/keys";
import type { Checkpoint } from "@/lib/domain/log/note";
import { treeHash } from "../plain-tree";

const GUARDED = [
  ...[
    "audit.event",
    "audit.head",
    "audit.ahead",
    "audit.checkpoint",
    "audit.sealing_key",
    "audit.node",
    "audit.cosignature",
  ],
  ...["pledge", "participant", "baseline"],
];

export class Forger {
  readonly key: KeyObject = generateKeyPairSync("ed25519").privateKey;

  private constructor(readonly client: pg.Client) {}

  /** As a superuser of the server where there is one, else as the owner, in the database of the settings. */
  static async on(ownerUrl: string): Promise<Forger> {
    const { adminUrl, superuser } = inject("server");
    const address = new URL(superuser ? adminUrl : ownerUrl);
    address.pathname = new URL(ownerUrl).pathname;
    const client = new pg.Client({ connectionString: address.href });
    await client.connect();
    return new Forger(client);
  }

  close(): Promise<void> {
    return this.client.end();
  }

  /** `work` sees the forged state; afterwards everything is rolled back. */
  async tried<T>(forgery: (forger: Forger) => Promise<void>, work: () => Promise<T>): Promise<T> {
    await this.run("BEGIN");
    try {
      for (const table of GUARDED) await this.run(`ALTER TABLE ${table} DISABLE TRIGGER USER`);
      await forgery(this);
      return await work();
    } finally {
      await this.run("ROLLBACK");
    }
  }

  async run<Row extends pg.QueryResultRow>(statement: string, values: unknown[] = []): Promise<Row[]> {
    return (await this.client.query<Row>(statement, values)).rows;
  }

  /** Makes the chain consistent again, with a matching head. */
  async rechain(): Promise<void> {
    await this.run(RECHAINED);
  }

  /** Removes every later entry, and adjusts the head. */
  async cut(last: number): Promise<void> {
    await this.run("DELETE FROM audit.event WHERE seq > $1", [last]);
    await this.rechain();
  }

  /** Updates the columns of checkpoints to the changed log. */
  async restate(): Promise<void> {
    for (const { id, size } of await this.run<{ id: string; size: number }>(CHECKPOINTS))
      await this.run("UPDATE audit.checkpoint SET root = $2 WHERE id = $1", [id, await this.rootOf(size)]);
  }

  /** Recomputes the tree's nodes from the changed log. */
  async regrow(): Promise<void> {
    const leaves = await this.leaves();
    for (const { level, index } of await this.run<{ level: number; index: number }>(
      "SELECT level::int, index::int FROM audit.node",
    )) {
      const width = 2 ** level;
      const hash = treeHash(leaves.slice(index * width, (index + 1) * width));
      await this.run("UPDATE audit.node SET hash = $3 WHERE level = $1 AND index = $2", [level, index, hash]);
    }
  }

  /** Rewrites the notes to match the columns, signed by the forger's own key, which the database then lists. */
  async resign(): Promise<void> {
    for (const { id, ...checkpoint } of await this.run<Checkpoint & { id: string }>(CHECKPOINTS))
      await this.run("UPDATE audit.checkpoint SET note = $2 WHERE id = $1", [
        id,
        signedNote(checkpoint, [this.key]),
      ]);
    const key = await this.ownKey();
    await this.run("DELETE FROM audit.cosignature");
    await this.run("DELETE FROM audit.sealing_key");
    await this.run("INSERT INTO audit.sealing_key VALUES ($1, 1, now())", [key]);
  }

  /** The forger's key, as it would be given to others. */
  async ownKey(): Promise<string> {
    const [first] = await this.run<Checkpoint>(CHECKPOINTS);
    return verifierKeyOf(this.key, first?.origin ?? "");
  }

  async leaves(): Promise<string[]> {
    const rows = await this.run<{ hash: string }>("SELECT leaf_hash AS hash FROM audit.event ORDER BY seq");
    return rows.map(({ hash }) => hash);
  }

  private async rootOf(size: number): Promise<string> {
    return treeHash((await this.leaves()).slice(0, size));
  }
}

const CHECKPOINTS = "SELECT id::text, origin, size::int, root FROM audit.checkpoint ORDER BY id";

/** Payloads are as `audit.append` writes them: the record, then 32 digits of salt. */
export const RECHAINED = `DO $$ DECLARE e audit.event; hash text := repeat('0', 64); BEGIN
  FOR e IN SELECT * FROM audit.event ORDER BY seq LOOP
    e.payload_sha256 := audit.sha256_hex(convert_to(e.payload, 'UTF8'));
    e.after_sha256 := audit.sha256_hex(convert_to(substr(e.payload, 11, length(e.payload) - 53), 'UTF8'));
    e.prev_hash := hash;
    e.leaf := audit.leaf_of(e);
    e.leaf_hash := audit.sha256_hex('\\x00'::bytea || convert_to(e.leaf, 'UTF8'));
    hash := e.leaf_hash;
    UPDATE audit.event SET payload_sha256 = e.payload_sha256, after_sha256 = e.after_sha256, prev_hash = e.prev_hash,
      leaf = e.leaf, leaf_hash = e.leaf_hash WHERE seq = e.seq;
  END LOOP;
  UPDATE audit.head SET (seq, leaf_hash, recorded_at, at) =
    (SELECT seq, leaf_hash, recorded_at, at FROM audit.event ORDER BY seq DESC LIMIT 1);
END $$`;
