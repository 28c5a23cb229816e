// A value of any field of a record, in words.
import { isJsonList, type Json } from "@/lib/domain/base/canonical";
import type { Condition } from "@/lib/domain/pledge/condition";
import type { Limit } from "@/lib/domain/pledge/measure";
import type { Allocated } from "@/lib/domain/pledge/contribution";
import type { Money } from "@/lib/domain/pledge/money";
import { isId } from "@/lib/domain/base/id";
import { isDay } from "@/lib/domain/base/day";
import type { AttachedFile } from "@/lib/domain/pledge/file";
import { NO_FACTS, type LeafFacts } from "@/lib/domain/conditions/leaf-facts";
import type { Requirement } from "@/lib/domain/requirements/requirement";
import type { Quantity } from "@/lib/domain/pledge/quantity";
import { conditionWords } from "@/lib/i18n/words/condition-words";
import {
  allocatedWords,
  fieldInSentence,
  fieldWords,
  languageWords,
  moneyWords,
  quantityWords,
} from "@/lib/i18n/words/domain-words";
import { numberInWords } from "@/lib/i18n/numbers";
import { fileWords } from "@/lib/i18n/words/file-words";
import { limitsWords, neededByWords } from "@/lib/i18n/words/requirement-words";
import { listedApart, labelled } from "@/lib/i18n/signs";
import { translator, type MessageGroup } from "@/lib/i18n/translator";
import { momentIn, shortDay } from "@/lib/i18n/dates";
import { loggedWords } from "./logged-words";
import { contributionWords, evidenceWords } from "./whole-words";

/** `facts`: about the leaves of conditions. */
export function valueWords(field: string, value: Json, facts: LeafFacts = NO_FACTS): string {
  const t = translator("pledge");
  const name = field.split(".").at(-1) ?? field;
  if (value === null) return t("none");
  if (typeof value === "boolean")
    return name === "supports" ? translator("domain")(`supports.${value}`) : t(value ? "yes" : "no");
  if (typeof value === "number") return numberInWords(value);
  if (typeof value === "string") return textWords(name, value);
  if (isJsonList(value))
    return value.length === 0 ? t("none") : listedApart(value.map((one) => valueWords(field, one, facts)));
  if (name === "condition") return conditionWords(value as unknown as Condition, facts);
  return objectWords(name, value, facts);
}

/** The value after a change. Two sealed numbers may read alike to a reader who may not see them. */
export function laterWords(field: string, from: Json, to: Json, facts: LeafFacts = NO_FACTS): string {
  const [before, words] = [valueWords(field, from, facts), valueWords(field, to, facts)];
  return before === words ? translator("pledge")("another", { value: words }) : words;
}

/** Codes in words, days as dates, everything else unchanged. */
function textWords(name: string, value: string): string {
  const domain = translator("domain");
  const area = (AREAS[name] ?? []).find((one) => domain.has(`${one}.${value}`));
  if (area) return domain.ofCode(area, value);
  if (name === "field") return fieldWords(value);
  if (name === "unit") return domain.ofCode("unit", value, { n: 2 });
  if (name === "language") return languageWords(value);
  if (INSTANT.test(value)) return `${momentIn("UTC", value)} UTC`;
  return isDay(value) ? shortDay(value) : value;
}

const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/;

/** Where a code's words are, by field name. Several fields are called `kind`; the code tells them apart. */
const AREAS: Record<string, readonly MessageGroup<"domain">[]> = {
  stage: ["stage"],
  suspendedFrom: ["stage"],
  furtherApproval: ["furtherApproval"],
  handling: ["handling"],
  kind: ["contributionKind", "approvalKind", "evidenceKind", "participantKind"],
  capability: ["contributionKind"],
  role: ["role", "participantRole"],
  secondFactorFor: ["role"],
  ownership: ["ownership"],
  fit: ["fit"],
  domain: ["domain"],
  location: ["location"],
  status: ["approvalStatus", "proposalStatus"],
  state: ["triggerState"],
  waiting: ["waiting"],
  definition: ["deliveredAs"],
  atLeast: ["stage"],
  code: ["code"],
};

function objectWords(name: string, value: { readonly [key: string]: Json }, facts: LeafFacts): string {
  const domain = translator("domain");
  const text = (key: string) => plain(value[key]);
  const logged = loggedWords(name, value, facts);
  if (logged !== null) return logged;
  if (name === "quantity") return quantityWords(value as unknown as Quantity);
  if (name === "money") return moneyWords(value as unknown as Money);
  if (name === "limits") return limitsWords([value as unknown as Limit]);
  if (name === "allocated") return allocatedWords(value as unknown as Allocated);
  if (name === "neededBy") return neededByWords(value as unknown as Requirement["neededBy"]);
  if (name === "confirmation") return `${text("by")}, ${shortDay(text("on"))}`;
  if ("answeredOn" in value)
    return labelled(translator("questions").ofCode("does", text("does")), text("text"));
  if ("does" in value)
    return labelled(translator("findings").ofCode("sheet.does", text("does")), text("text"));
  if (name === "about") {
    const kind = translator("findings").ofCode("kind", text("kind"));
    return isId(text("key")) ? kind : `${kind} ${text("key")}`;
  }
  if ("category" in value) return labelled(domain.ofCode("caveat", text("category")), text("text"));
  if (name === "sameAs") return `${text("pledge")} (${domain.ofCode("linkState", text("state"))})`;
  if ("participant" in value && "state" in value)
    return `${text("participant")} (${domain.ofCode("linkState", text("state"))})`;
  if ("reason" in value) return text("reason");
  if (typeof value.quantity === "object" && value.quantity !== null)
    return contributionWords(value, valueWords);
  if ("sha256" in value) return fileWords(value as unknown as AttachedFile);
  if ("reliability" in value) return evidenceWords(value, valueWords);
  return Object.entries(value)
    .map(([key, one]) => `${fieldInSentence(key)} ${valueWords(key, one)}`)
    .join(", ");
}

const plain = (value: Json | undefined): string =>
  typeof value === "string" || typeof value === "number" || typeof value === "boolean" ? String(value) : "";
