/** Codes that are asked for or left out, and that no participant on record has. */
export const notOnRecord = (
  participants: Readonly<Record<string, string>>,
  ...asked: readonly (readonly string[] | undefined)[]
): string[] => [
  ...new Set(asked.flatMap((codes = []) => codes.filter((code) => !Object.hasOwn(participants, code)))),
];
