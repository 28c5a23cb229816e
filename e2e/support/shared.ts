// What the workers of one run share. It is kept among the run's results, which each run empties first.
import { appendFileSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import path from "node:path";

const FOLDER = path.resolve(import.meta.dirname, "../../test-results/shared");

const placeOf = (name: string): string => {
  mkdirSync(FOLDER, { recursive: true });
  return path.join(FOLDER, name);
};

export function remember(name: string, value: unknown): void {
  const place = placeOf(name);
  const draft = `${place}.${String(process.pid)}`;
  writeFileSync(draft, JSON.stringify(value), { mode: 0o600 });
  renameSync(draft, place);
}

export function remembered<T>(name: string): T | null {
  const place = placeOf(name);
  return existsSync(place) ? (JSON.parse(readFileSync(place, "utf8")) as T) : null;
}

/** A set of lines that all workers add to. */
export class SharedSet {
  readonly #place: string;
  readonly #known = new Set<string>();
  #length = 0;

  constructor(name: string) {
    this.#place = placeOf(name);
  }

  /** Those that no worker has added yet. */
  missing(lines: readonly string[]): string[] {
    this.#learn();
    return lines.filter((line) => !this.#known.has(JSON.stringify(line)));
  }

  add(lines: readonly string[]): void {
    if (lines.length > 0)
      appendFileSync(this.#place, lines.map((line) => `${JSON.stringify(line)}\n`).join(""));
  }

  #learn(): void {
    if (!existsSync(this.#place)) return;
    const text = readFileSync(this.#place, "utf8");
    const whole = text.slice(0, text.lastIndexOf("\n") + 1);
    for (const line of whole.slice(this.#length).split("\n")) if (line !== "") this.#known.add(line);
    this.#length = whole.length;
  }
}
