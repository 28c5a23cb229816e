// Names of states in Ukrainian, in all cases: "Франції", "Великою Британією", "у Нідерландах".
import { anyOfWords } from "./language-rules";

/** A pattern for `codesIn`; null if no name is known. */
export function ukrainianNames(codes: ReadonlySet<string>): RegExp | null {
  const forms = [...codes].flatMap((code): [string, string][] => {
    const names = [nameOf(code), ...(ALSO[code] ?? [])].filter((name) => name !== "");
    return names.length === 0
      ? []
      : [[code, names.map((name) => name.split(" ").map(formsOf).join(" ")).join("|")]];
  });
  return forms.length === 0
    ? null
    : new RegExp(String.raw`(?<![\p{L}])(?:${anyOfWords(forms)})(?![\p{L}])`, "gu");
}

let platform: Intl.DisplayNames | null = null;
function nameOf(code: string): string {
  platform ??= new Intl.DisplayNames("uk", { type: "region", fallback: "none" });
  return (/^[A-Z]{2}$/.test(code) ? platform.of(code) : undefined) ?? "";
}

/** Common names that the platform lacks. */
const ALSO: Readonly<Record<string, readonly string[]>> = {
  EU: ["Європейський Союз", "Євросоюз"],
  GB: ["Сполучене Королівство", "Британія"],
  NL: ["Голландія"],
  US: ["Америка"],
};

/** A nominative, with the endings of its other cases. */
function formsOf(word: string): string {
  const found = ENDINGS.find(([end]) => end.test(word));
  return found ? word.replace(found[0], found[1]) : word;
}

const ENDINGS: readonly (readonly [RegExp, string])[] = [
  [/ія$/, "(?:ія|ії|ію|ією)"],
  [/[ая]$/, "(?:а|я|и|і|ї|у|ю|ою|ею|єю|ої|ій)"],
  [/ий$/, "(?:ий|ого|ому|им|ім)"],
  [/і$/, "(?:і|их|им|ими)"],
  [/и$/, "(?:и|ів|ам|ами|ах)"],
  [/[ое]$/, "(?:о|е|а|у|ом|і|ого|ому|им|ім)"],
  // Not for acronyms, as США.
  [/(?<=\p{Ll})$/u, "(?:|у|а|ом|ем|ові|і)"],
];
