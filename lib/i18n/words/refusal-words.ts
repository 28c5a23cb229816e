// Refusals and field errors in words: what is wrong, and what to do about it.
import type { FieldError, Refusal } from "@/lib/domain/base/refusal";
import { longMomentIn } from "../dates";
import { listedApart } from "../signs";
import { measuredWords } from "./requirement-words";
import { translator } from "../translator";

const say = translator("refusals");
const fields = translator("fields");
const domain = translator("domain");

export function refusalWords({ code, params }: Refusal): { title: string; detail: string } {
  const missing = typeof params?.missing === "string" ? missingWords(params.missing) : "none";
  const until = typeof params?.until === "string" ? `${longMomentIn("UTC", params.until)} UTC` : "";
  const values = { minutes: 0, max: 1, because: "none", status: "none", by: "", ...params, missing, until };
  return { title: say(`${code}.title`, values), detail: say(`${code}.detail`, values) };
}

export function fieldErrorWords({ code, params }: Pick<FieldError, "code" | "params">): string {
  return fields.has(code)
    ? fields(code, { values: "none", max: 0, min: 0, length: 0, place: 0, character: "", ...params })
    : fields("invalid");
}

/** The stage table lists missing requirements as `evidence:COMMITTED|approval:ALLOCATED:Bundestag`. */
function missingWords(listed: string): string {
  return listedApart(listed.split("|").map(lackWords));
}

function lackWords(lack: string): string {
  const [what = "", stage = "", ...detail] = lack.split(":");
  if (!say.has(`missing.${what}`) || !domain.has(`stage.${stage}`)) return lack;
  return say.ofCode("missing", what, {
    ...limitIn(detail.join(":")),
    stage: domain.ofCode("stage", stage),
    asks: domain.ofCode("stageAsks", stage),
    detail: detail.join(":"),
  });
}

/** A limit as the stage table lists it, "3000 PERSON Bundestag"; empty for any other detail. */
export function limitIn(detail: string): { limit: string; body: string } {
  const [, most, measure, body] = /^(\d+(?:\.\d+)?) ([A-Z_]+) (.*)$/s.exec(detail) ?? [];
  if (most === undefined || measure === undefined || body === undefined) return { limit: "", body: "" };
  return { limit: measuredWords(most, measure), body };
}
