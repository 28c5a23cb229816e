// While tests run, compares each SQL answer with the row type that lib gives it. A difference fails the running test.
import { appendFileSync, readFileSync } from "node:fs";
import path from "node:path";
import { afterAll, afterEach } from "vitest";
import { differences } from "./compare";
import { observeAnswers } from "./observe-answers";
import { placeOf, type Description } from "./shape";

/** A worker runs this file before each of its test files, but loads pg only once. */
const shared = globalThis as typeof globalThis & { wrongRows?: Set<string> };
const wrong = (shared.wrongRows ??= observe(process.env["ROW_TYPES"] ?? ""));

afterEach(failIfWrong);
afterAll(failIfWrong);

function failIfWrong(): void {
  const found = [...wrong];
  wrong.clear();
  if (found.length > 0)
    throw new Error(`The database answers other rows than lib says:\n${found.join("\n")}`);
}

function observe(folder: string): Set<string> {
  const description = JSON.parse(readFileSync(path.join(folder, "described.json"), "utf8")) as Description;
  const found = new Set<string>();
  const answered = new Set<string>();
  observeAnswers(description.calls, (call, answer) => {
    const place = placeOf(call);
    if (answer.rows.length > 0 && !answered.has(place)) {
      answered.add(place);
      appendFileSync(path.join(folder, "answered.txt"), `${place}\n`);
    }
    for (const difference of differences(description, call, answer)) found.add(`${place} ${difference}`);
  });
  return found;
}
