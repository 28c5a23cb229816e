// A list's filters in words: parameters by field or filter name, codes by label. Unknown ones stay as in the address.
import { leftOutByList } from "@/lib/domain/base/listing";
import type { PledgeLists } from "@/lib/domain/details/pledge-filter";
import { withMarking } from "../coalition-only";
import { fieldInSentence } from "./domain-words";
import { listedApart, labelled } from "../signs";
import { translator, type MessageGroup } from "../translator";

const t = translator("views");
const domain = translator("domain");

/** "stage: Pledged, Committed; owner: none". `called`: by parameter, the names of its values. */
export const askedWords = (asked: URLSearchParams, called: Called = {}): string =>
  listedApart(
    [...asked].flatMap(([name, value]) =>
      name === "not" ? leftOutWords(value, called) : [labelled(nameOf(name), valueOf(name, value, called))],
    ),
  );

/** "without owner: none": each list from which values are left out. */
const leftOutWords = (text: string, called: Called): string[] =>
  leftOutByList(text).map(([name, values]) =>
    labelled(t("asked.leftOut", { name: nameOf(name) }), valueOf(name, values.join(","), called)),
  );

type Called = Readonly<Record<string, Readonly<Record<string, string>>>>;

function nameOf(name: string): string {
  const own = `asked.${name}`;
  if (t.has(own)) return t(own);
  return domain.has(`field.${name}`) ? fieldInSentence(name) : name;
}

function valueOf(name: string, value: string, called: Called): string {
  const area = AREAS[name];
  const wordOf = (code: string): string => {
    if (code === "none") return t("asked.none");
    const known = Object.hasOwn(called, name) ? called[name]?.[code] : undefined;
    if (known !== undefined) return known;
    const key = `${area}.${code}`;
    return domain.has(key) ? domain(key) : withMarking(code);
  };
  return value.split(",").map(wordOf).join(", ");
}

/** The messages that name a parameter's codes. */
const AREAS: Readonly<Record<string, MessageGroup<"domain">>> = {
  stage: "stage",
  class: "class",
  code: "code",
  kind: "contributionKind",
  domain: "domain",
  ownership: "ownership",
  priority: "priority",
} satisfies Record<CodedList | "ownership", MessageGroup<"domain">>;

/** Filters of the list of pledges whose values are codes, not names or addresses. */
type CodedList = Exclude<keyof PledgeLists, "participant" | "named" | "owner" | "waits">;
