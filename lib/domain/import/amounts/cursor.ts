// Word by word through a number that is written out. Hyphens within it say nothing: "twenty-five", "deux-cents".
import { isHyphen, type TextToken } from "./tokens";

export class Cursor {
  constructor(
    readonly tokens: readonly TextToken[],
    public at: number,
  ) {}

  /** Of the word that comes next. */
  get key(): string {
    return this.tokens[this.place]?.key ?? "";
  }

  private get place(): number {
    return isHyphen(this.tokens, this.at) ? this.at + 1 : this.at;
  }

  /** The value of the word that comes next, and past it; null where the table hasn't it. */
  take(table: Readonly<Record<string, number>>): number | null {
    const value = Object.hasOwn(table, this.key) ? (table[this.key] ?? null) : null;
    if (value !== null) this.at = this.place + 1;
    return value;
  }

  /** Past these words, if they come next. */
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

  /** What is read, or back to where it began. */
  tryTo<T>(read: () => T | null): T | null {
    const from = this.at;
    const value = read();
    if (value === null) this.at = from;
    return value;
  }
}

/** Each of the words of a list stands for its value. */
export const values = (lists: Readonly<Record<number, string>>): Readonly<Record<string, number>> =>
  Object.fromEntries(
    Object.entries(lists).flatMap(([value, words]) => words.split(" ").map((word) => [word, Number(value)])),
  );
