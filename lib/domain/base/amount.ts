// Exact decimals in the register's notation, "1500000.50": compared and summed without rounding.
const PLACES = 4;
const SCALE = 10n ** BigInt(PLACES);

/** Ten-thousandths, as a whole number. */
export function scaled(amount: string): bigint {
  const [whole = "0", part = ""] = amount.split(".");
  return BigInt(whole) * SCALE + BigInt(part.padEnd(PLACES, "0"));
}

/** The shortest form, without trailing zeros. */
export function decimalOf(value: bigint): string {
  const part = String(value % SCALE)
    .padStart(PLACES, "0")
    .replace(/0+$/, "");
  return `${String(value / SCALE)}${part === "" ? "" : `.${part}`}`;
}

export function compareAmounts(a: string, b: string): number {
  const difference = scaled(a) - scaled(b);
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

/** Both must be in the same currency or unit. */
export const addAmounts = (a: string, b: string): string => decimalOf(scaled(a) + scaled(b));

/** For `JSON.stringify`: amounts can be too large for its numbers. */
export const amountsToJson = (_key: string, value: unknown): unknown =>
  typeof value === "bigint" ? { bigint: String(value) } : value;

/** For `JSON.parse`. */
export const amountsFromJson = (_key: string, value: unknown): unknown =>
  typeof value === "object" && value !== null && "bigint" in value ? BigInt(String(value.bigint)) : value;
