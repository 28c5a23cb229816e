import { MOST_WATCHES, topicName, type Topic } from "@/lib/domain/watch";
import { askPrisma } from "../prisma";

/** False where the person watches as much as anybody may. Watching twice is watching. */
export async function beginWatch(personId: string, topic: Topic): Promise<boolean> {
  const [row] = await askPrisma(
    (db) => db.$queryRaw<{ watches: boolean }[]>`
      WITH known AS (SELECT topic FROM watch WHERE person_id = ${personId}::uuid),
      begun AS (
        INSERT INTO watch (person_id, topic, created_at)
        SELECT ${personId}::uuid, ${topicName(topic)}::text, register_now() WHERE (SELECT count(*) FROM known) < ${MOST_WATCHES}
        ON CONFLICT DO NOTHING RETURNING topic)
      SELECT EXISTS (SELECT FROM begun) OR EXISTS (SELECT FROM known WHERE topic = ${topicName(topic)}) AS watches`,
  );
  return row?.watches === true;
}
