// What people watch. Personal and outside the record: no events.
import "server-only";
import { topicName, topicNamed, type Topic, type PersonWatch } from "@/lib/domain/people/watch";
import { askPrisma } from "../prisma";
import { findAllNamed, findNamed } from "../queries/named";
import { findNamedParticipants } from "../queries/workspace/titles";

/** By name. */
export async function findWatches(personId: string): Promise<PersonWatch[]> {
  const rows = await askPrisma((db) => db.watch.findMany({ where: { personId }, select: { topic: true } }));
  const topics = rows
    .map(({ topic }) => topic)
    .sort()
    .flatMap((topic) => topicNamed(topic) ?? []);
  const records = topics.flatMap(({ kind, key }) => (kind === "priority" ? [] : { kind, key }));
  const codes = topics.flatMap(({ kind, key }) => (kind === "participant" ? key : []));
  const [titles, participants] = await Promise.all([findAllNamed(records), findNamedParticipants(codes)]);
  return topics.map((topic) => {
    const names = topic.kind === "participant" ? participants.get(topic.key)?.names : undefined;
    return { ...topic, title: titles.get(topicName(topic))?.title ?? null, ...(names ? { names } : {}) };
  });
}

/** The topic with its title; null: there is none. Priorities have the register's own words. */
export async function findTopic({ kind, key }: Topic): Promise<PersonWatch | null> {
  if (kind === "priority") return { kind, key, title: null };
  const found = await findNamed({ kind, key });
  return found && { kind, key, title: found.title };
}

export async function endWatch(personId: string, topic: Topic): Promise<void> {
  await askPrisma((db) => db.watch.deleteMany({ where: { personId, topic: topicName(topic) } }));
}
