/** Puts values into a message with placeholders: "{count} of 120 characters". */
export function fillIn(
  message: string | undefined,
  values: Readonly<Record<string, string | number>>,
): string {
  return (message ?? "").replace(/\{(\w+)\}/g, (place, name: string) => String(values[name] ?? place));
}
