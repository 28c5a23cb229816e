import { topicName, type Topic } from "@/lib/domain/people/watch";
import { ask } from "../../sql/ask";
import { sql } from "../../sql/sql";

/** Names of those among these that the person watches. */
export async function findWatched(personId: string, topics: readonly Topic[]): Promise<Set<string>> {
  const rows = await ask<{ topic: string }>(sql`
    SELECT topic FROM watch WHERE person_id = ${personId}::uuid AND topic = ANY(${topics.map(topicName)}::text[])`);
  return new Set(rows.map(({ topic }) => topic));
}
