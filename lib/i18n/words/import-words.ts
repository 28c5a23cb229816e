// The errors of an import's dry run in words: what is wrong with a cell, and what to write instead.
import type { ImportJob } from "@/lib/domain/import/import";
import type { CellMessage } from "@/lib/domain/import/row-messages";
import { inSentence } from "./in-sentence";
import { withMarking } from "../coalition-only";
import { translator } from "../translator";
import { dayInWords } from "../dates";

const t = translator("imports");
const domain = translator("domain");

export function cellMessageWords({ code, params = {} }: Pick<CellMessage, "code" | "params">): string {
  const key = `said.${code}`;
  if (!t.has(key)) return t("said.unread");
  return t(key, { ...EMPTY, ...params, ...inWords(params) });
}

/** The format that a file was read as. */
export function importMessageWords({ form }: ImportJob["file"]): string {
  if (form.is === "XLSX") return t("form.xlsx", { sheet: form.sheet ?? "", others: form.otherSheets });
  const delimiter =
    form.delimiter === "\t"
      ? "tab"
      : form.delimiter === ";"
        ? "semicolon"
        : form.delimiter === "|"
          ? "bar"
          : "comma";
  return t("form.csv", { encoding: (form.encoding ?? "").toUpperCase(), delimiter });
}

const EMPTY = {
  text: "",
  means: "",
  lines: "",
  why: "unread",
  max: 0,
  length: 0,
  character: "",
  place: 0,
  kind: "none",
  one: "",
  two: "",
  month: 0,
};

function inWords(params: NonNullable<CellMessage["params"]>): Record<string, string | number> {
  const { stage, kind, one, two, fields, lines, domain: area } = params;
  return {
    ...(typeof stage === "string" ? { stageWord: domain.ofCode("stage", stage), asks: asksOf(stage) } : {}),
    ...(typeof kind === "string" && kind !== "none"
      ? { kindWord: inSentence(domain.ofCode("evidenceKind", kind)) }
      : {}),
    ...(typeof lines === "string" ? { lines: withMarking(lines) } : {}),
    ...(typeof one === "string" ? { one: dayInWords(one) } : {}),
    ...(typeof two === "string" ? { two: dayInWords(two) } : {}),
    ...(typeof area === "string" ? { domainWord: domain.ofCode("domain", area) } : {}),
    ...(typeof fields === "string"
      ? {
          fields: fields
            .split(",")
            .map((field) => t.ofCode("field", field))
            .join(", "),
        }
      : {}),
  };
}

function asksOf(stage: string): string {
  const key = `stageAsks.${stage}`;
  return domain.has(key) ? domain(key) : "";
}
