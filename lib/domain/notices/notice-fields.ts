import type { Notice } from "./notice";

const MOST_NAMED = 8;

/** Names of the changed fields, each once; none for a new record. */
export function fieldsOf({ changes, record }: Pick<Notice, "changes" | "record">): string[] {
  if (record.version === 1) return [];
  const names = changes.map(({ field }) => field.split(".")[0] ?? field);
  return [...new Set(names)].slice(0, MOST_NAMED);
}
