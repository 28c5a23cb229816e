import type { KnownSuggestion } from "@/lib/domain/details/suggestion-details";
import { commentOf } from "../../records/comment";
import { RECORDS, type JsonOf } from "../../statements/record-json";
import { ask } from "../../sql/ask";
import { all, raw, sql, type Sql } from "../../sql/sql";

export interface SuggestionScope {
  pledge?: string;
  /** On pledges of these participants, by anyone but this person. */
  desk?: { participants: readonly string[]; not: string };
  id?: string;
  isOpen: boolean;
  limit: number;
}

/** Newest first. */
export async function findSuggestions({
  pledge,
  desk,
  id,
  isOpen,
  limit,
}: SuggestionScope): Promise<KnownSuggestion[]> {
  const which: (Sql | null)[] = [
    sql`r.suggestion IS NOT NULL`,
    isOpen ? sql`r.suggestion->'outcome' = 'null'::jsonb` : null,
    pledge === undefined ? null : sql`p.reference = ${pledge}`,
    id === undefined ? null : sql`r.id = ${id}::uuid`,
    desk === undefined
      ? null
      : sql`p.participant = ANY (${[...desk.participants]}::text[]) AND r.author_id <> ${desk.not}::uuid`,
  ];
  const rows = await ask<{ comment: JsonOf["comment"]; by: KnownSuggestion["by"] }>(sql`
    SELECT ${raw(RECORDS.comment.json)} AS comment,
           json_build_object('name', first.actor_name, 'role', first.actor_role) AS by
      FROM comment r JOIN pledge p ON p.id = r.pledge_id
      JOIN audit.event first ON first.entity_type = 'comment' AND first.entity_id = r.id::text AND first.entity_version = 1
     WHERE ${all(which)} ORDER BY r.created_at DESC, r.id LIMIT ${limit}`);
  return rows.flatMap(({ comment, by }) => {
    const { suggestion, ...record } = commentOf(comment);
    return suggestion === undefined ? [] : [{ ...record, suggestion, by }];
  });
}
