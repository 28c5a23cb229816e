import type { PersonDesk } from "@/lib/domain/people/person";

/** The officers whose desk has a participant; null where only managers keep it. */
export function keepersOf(code: string, desks: readonly PersonDesk[]): string | null {
  const names = desks.filter(({ desk }) => desk.includes(code)).map(({ name }) => name);
  return names.length === 0 ? null : names.join(", ");
}
