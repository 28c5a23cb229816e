// What the domain says in codes and parameters, in words. Figures and days come out as people write them.
import type { Action } from "@/lib/domain/audit";
import type { Completeness } from "@/lib/domain/completeness";
import type { Money } from "@/lib/domain/contribution";
import type { FieldError, Refusal } from "@/lib/domain/refusal";
import type { Quantity } from "@/lib/domain/quantity";
import { translator, type Say } from "./translator";

export const domainWords: Say = (key, values) => translator("domain")(key, values);

/** "about 200 people", "“several hundred” people", "not stated". */
export function quantityWords(quantity: Quantity): string {
  const { kind, min, max, unit, asStated } = quantity;
  const key = kind === "QUALITATIVE" && unit !== null ? "QUALITATIVE_UNIT" : kind;
  return domainWords(`quantity.${key}`, {
    min: figure(min),
    max: figure(max),
    unit: unit === null ? "" : domainWords(`unit.${unit}`, { n: max ?? min ?? 2 }),
    asStated: asStated ?? domainWords("quantity.NOT_STATED"),
  }).trim();
}

/** "GBP 200,000,000": with its code, because signs are shared by several currencies. Exact, never rounded. */
export function moneyWords({ amount, currency }: Money): string {
  const [whole = "0", cents = ""] = amount.split(".");
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ",");
  return `${currency} ${grouped}${/[1-9]/.test(cents) ? `.${cents}` : ""}`;
}

/** "7 of 10 facts, missing: quantity, window". */
export function completenessWords({ met, of, missing }: Completeness): string {
  const facts = missing.map((fact) => domainWords(`fact.${fact}`)).join(", ");
  return domainWords("completeness", { met, of, missing: facts || "none" });
}

/** "Contribution 1: Quantity" for `contributions.0.quantity`. */
export function fieldWords(path: string): string {
  const [list = "", place, ...rest] = path.split(".");
  const say = translator("domain");
  if (place === undefined) return known(say, `field.${list}`) ?? list;
  if (list !== "contributions" && list !== "evidence") return known(say, `field.${place}`) ?? path;
  if (!/^\d+$/.test(place)) return known(say, `field.${place}`) ?? path;
  const n = Number(place) + 1;
  const [field] = rest;
  return field === undefined
    ? say(`lineOf.${list}`, { n })
    : say(`fieldOf.${list}`, { n, field: known(say, `field.${field}`) ?? field });
}

export const actionWords = (action: Action): string => domainWords(`action.${action}`);

/** What went wrong and, where that helps, what to do about it. */
export function refusalWords({ code, params }: Refusal): { title: string; detail: string } {
  const say = translator("refusals");
  const missing = typeof params?.missing === "string" ? missingWords(params.missing) : "";
  const values = { ...params, missing, minutes: Number(params?.minutes ?? 0) };
  return { title: say(`${code}.title`, values), detail: say(`${code}.detail`, values) };
}

export function fieldErrorWords({ code, params }: Pick<FieldError, "code" | "params">): string {
  const say = translator("fields");
  return known(say, code, params) ?? say("invalid");
}

/** `evidence:COMMITTED|approval:ALLOCATED:Bundestag`, as the stage table lists what it lacks. */
function missingWords(listed: string): string {
  const say = translator("refusals");
  return listed
    .split("|")
    .map((one) => one.split(":"))
    .map(([what = "", stage = "", ...detail]) =>
      say(`missing.${what}`, {
        stage: known(translator("domain"), `stage.${stage}`) ?? stage,
        asks: known(translator("domain"), `stageAsks.${stage}`) ?? stage,
        detail: detail.join(":"),
      }),
    )
    .join("; ");
}

function figure(value: number | null): string {
  return value === null ? "" : value.toLocaleString("en-GB");
}

function known(say: Say, key: string, values?: Record<string, string | number>): string | null {
  return say.has(key) ? say(key, values) : null;
}
