import type { Notice } from "./notice";

const MOST_NAMED = 8;

/** The fields of a record that a change changed, named once each; of what is new as a whole none. */
export function fieldsOf({ changes, record }: Pick<Notice, "changes" | "record">): string[] {
  if (record.version === 1) return [];
  const names = changes.map(({ field }) => field.split(".")[0] ?? field);
  return [...new Set(names)].slice(0, MOST_NAMED);
}
