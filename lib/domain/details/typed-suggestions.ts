// What may be meant by what is being typed into a list's filter: terms of its keys, first those of the key named.
import type { TypedKeys, TypedVocabulary } from "./typed-filter";
import { printTerms } from "../base/typed-terms";

/** A value that has a name, as a participant's code has. */
export interface NamedValue {
  key: string;
  value: string;
  name: string;
}

export interface SuggestedTerm {
  /** The reader's word for its key. */
  key: string;
  /** As it is typed. */
  text: string;
  name: string;
}

const MOST = 8;
const OF_A_KEY = 4;

/** `typed`: the last term of the text, so far. */
export function suggestedTerms(
  typed: string,
  named: readonly NamedValue[],
  keys: TypedKeys,
  say: TypedVocabulary,
): SuggestedTerm[] {
  const [, minus = "", word, rest = ""] = /^(-?)(?:([^\s:,]{1,40}):)?(.*)$/su.exec(typed) ?? [];
  const wanted = lower(
    rest
      .split(",")
      .at(-1)
      ?.replaceAll(/["“„«]/g, "") ?? "",
  );
  const before = rest.split(",").slice(0, -1);
  const not = minus !== "";
  const may = (key: string): boolean => !not || (keys[key]?.is === "list" && keys[key]?.all?.length !== 0);
  const of = (key: string): NamedValue[] => {
    const own = named.filter((one) => one.key === key);
    const examples = say.examplesOf(key).filter((value) => !own.some((one) => one.value === value));
    return [...own, ...examples.map((value) => ({ key, value, name: value }))];
  };
  const term = ({ key, value, name }: NamedValue): SuggestedTerm => ({
    key: say.wordOfKey(key),
    text: printTerms([{ key: say.wordOfKey(key), not, values: [...before, value] }]),
    name,
  });
  const known = word === undefined ? null : say.keyOf(word);
  if (known !== null && !may(known)) return [];
  if (known !== null)
    return of(known)
      .filter((one) => fits(one, wanted))
      .slice(0, MOST)
      .map(term);
  if (word !== undefined || wanted === "") return [];
  const open = Object.keys(keys).filter(may);
  const byKey = open.filter((key) => lower(say.wordOfKey(key)).startsWith(wanted) || key.startsWith(wanted));
  const byValue = open
    .filter((key) => !byKey.includes(key))
    .flatMap((key) => of(key).filter((one) => fits(one, wanted)));
  return [...byKey.flatMap((key) => of(key).slice(0, OF_A_KEY)), ...byValue].slice(0, MOST).map(term);
}

/** Whether its value, or a word of its name, begins so. */
const fits = ({ value, name }: NamedValue, wanted: string): boolean =>
  lower(value).startsWith(wanted) ||
  lower(name)
    .split(/[\s,-]+/u)
    .some((word, at, all) => word.startsWith(wanted) || (at === 0 && all.join(" ").startsWith(wanted)));

const lower = (text: string): string => text.normalize("NFC").toLocaleLowerCase().trim();
