// What people watch. Their own, and no part of the record: no event.
import "server-only";
import { MOST_WATCHES, topicName, topicNamed, type Topic, type Watch } from "@/lib/domain/watch";
import { pool } from "../client";
import { askPrisma } from "../prisma";
import { selectNamed } from "../read/record-names";
import { ask } from "../read/ask";
import { sql } from "../read/sql";
import { findCalled } from "./called";

/** In the order of their names. */
export async function findWatches(personId: string): Promise<Watch[]> {
  const rows = await askPrisma((db) => db.watch.findMany({ where: { personId }, select: { topic: true } }));
  const topics = rows
    .map(({ topic }) => topic)
    .sort()
    .flatMap((topic) => topicNamed(topic) ?? []);
  const codes = topics.flatMap(({ kind, key }) => (kind === "participant" ? key : []));
  const [titles, participants] = await Promise.all([titlesOf(topics), findCalled(codes)]);
  return topics.map((topic) => {
    const names = topic.kind === "participant" ? participants.get(topic.key)?.names : undefined;
    return { ...topic, title: titles.get(topicName(topic)) ?? null, ...(names ? { names } : {}) };
  });
}

/** Which of these the person watches, by their names. */
export async function findWatched(personId: string, topics: readonly Topic[]): Promise<Set<string>> {
  const where = { personId, topic: { in: topics.map(topicName) } };
  const rows = await askPrisma((db) => db.watch.findMany({ where, select: { topic: true } }));
  return new Set(rows.map(({ topic }) => topic));
}

/** The topic with what it is called; null where there is none of that name. */
export async function findTopic(topic: Topic): Promise<Watch | null> {
  if (topic.kind === "priority") return { ...topic, title: null };
  const title = (await titlesOf([topic])).get(topicName(topic));
  return title === undefined ? null : { ...topic, title };
}

/** False where the person watches as much as anybody may. Watching twice is watching. */
export async function beginWatch(personId: string, topic: Topic): Promise<boolean> {
  const [row] = await ask<{ watches: boolean }>(sql`
    WITH known AS (SELECT topic FROM watch WHERE person_id = ${personId}::uuid),
    begun AS (
      INSERT INTO watch (person_id, topic, created_at)
      SELECT ${personId}::uuid, ${topicName(topic)}, register_now() WHERE (SELECT count(*) FROM known) < ${MOST_WATCHES}
      ON CONFLICT DO NOTHING RETURNING topic)
    SELECT EXISTS (SELECT FROM begun) OR EXISTS (SELECT FROM known WHERE topic = ${topicName(topic)}) AS watches`);
  return row?.watches === true;
}

export async function endWatch(personId: string, topic: Topic): Promise<void> {
  await askPrisma((db) => db.watch.deleteMany({ where: { personId, topic: topicName(topic) } }));
}

/** By their names; priorities are called what the register calls them. */
async function titlesOf(topics: readonly Topic[]): Promise<Map<string, string>> {
  const kinds = ["pledge", "participant", "trigger"] as const;
  const found = await Promise.all(
    kinds.map(async (kind) => {
      const keys = topics.filter((topic) => topic.kind === kind).map(({ key }) => key);
      return keys.length === 0 ? [] : selectNamed(pool(), kind, keys);
    }),
  );
  return new Map(found.flat().map(({ kind, key, title }) => [`${kind}:${key}`, title]));
}
