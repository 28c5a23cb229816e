export const PRIORITIES = [1, 2, 3, 4, 5] as const;
export type Priority = (typeof PRIORITIES)[number];

export const isPriority = (value: number): value is Priority =>
  (PRIORITIES as readonly number[]).includes(value);
