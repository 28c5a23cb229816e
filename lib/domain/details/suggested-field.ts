import { CONTENT_FIELDS } from "../pledge/pledge";

/** What a suggestion may name: what the forms of a pledge change. */
export const SUGGESTED_FIELDS = [...CONTENT_FIELDS, "evidence", "stage"] as const;

/** The form that changes it; null: the pledge as a whole. */
export function suggestedForm(reference: string, field: string | null): string {
  const page = `/pledges/${reference}`;
  if (field === "condition" || field === "evidence" || field === "stage") return `${page}/${field}`;
  return field === null ? `${page}/edit` : `${page}/edit#${field}`;
}
