// Statements to read, and what a reader knows of the register.
import { readFileSync } from "node:fs";
import path from "node:path";
import type { StatementContext } from "@/lib/domain/passages/drafts/statement";
import type { TrueStatement } from "./score";

export const statements = ["statements.json", "statements-second.json", "statements-third.json"].flatMap(
  (file) =>
    JSON.parse(readFileSync(path.resolve(import.meta.dirname, "data", file), "utf8")) as TrueStatement[],
);
export const context: StatementContext = {
  languages: ["en"],
  statedOn: "2026-03-10",
  speaker: null,
  participants: ["CA", "DE", "FR", "PL", "UA"].map((code) => ({ code, names: { en: code } })),
  triggers: [{ code: "CEASEFIRE_IN_FORCE", title: "Ceasefire in force" }],
  earlier: [],
};
