// Reads a written-out number word by word. Hyphens within it are ignored: "twenty-five", "deux-cents".
import { isHyphen, type TextToken } from "./tokens";

export class Cursor {
  constructor(
    readonly tokens: readonly TextToken[],
    public at: number,
  ) {}

  /** Of the next word. */
  get key(): string {
    return this.tokens[this.place]?.key ?? "";
  }

  private get place(): number {
    return isHyphen(this.tokens, this.at) ? this.at + 1 : this.at;
  }

  /** Consumes the next word and returns its value; null: it isn't in the table. */
  take(table: Readonly<Record<string, number>>): number | null {
    const value = Object.hasOwn(table, this.key) ? (table[this.key] ?? null) : null;
    if (value !== null) this.at = this.place + 1;
    return value;
  }

  /** Consumes these words, if they come next. */
  takes(...words: readonly string[]): boolean {
    const from = this.at;
    for (const word of words) {
      if (this.key !== word) {
        this.at = from;
        return false;
      }
      this.at = this.place + 1;
    }
    return true;
  }

  /** Goes back to the start if `read` returns null. */
  tryTo<T>(read: () => T | null): T | null {
    const from = this.at;
    const value = read();
    if (value === null) this.at = from;
    return value;
  }
}

/** Each word of a list maps to the list's value. */
export const values = (lists: Readonly<Record<number, string>>): Readonly<Record<string, number>> =>
  Object.fromEntries(
    Object.entries(lists).flatMap(([value, words]) => words.split(" ").map((word) => [word, Number(value)])),
  );
