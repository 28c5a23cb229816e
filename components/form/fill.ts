/** Puts values into a message that has places for them: "{count} of 120 characters". */
export function fillIn(
  message: string | undefined,
  values: Readonly<Record<string, string | number>>,
): string {
  return (message ?? "").replace(/\{(\w+)\}/g, (place, name: string) => String(values[name] ?? place));
}
