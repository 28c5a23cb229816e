import type { Participant } from "@/lib/domain/people/participant";
import { currentLanguage } from "../reader";

/** The register's own name for it; for a state without one, the name from the standard list. */
export function participantName({ names, code }: Pick<Participant, "names" | "code">): string {
  const language = currentLanguage();
  return names[language] ?? nameInLists(language, code) ?? names["en"] ?? code;
}

function nameInLists(language: string, code: string): string | undefined {
  if (language === "en" || !/^[A-Z]{2}$/.test(code) || code === "EU") return undefined;
  const regions = made.get(language) ?? new Intl.DisplayNames(language, { type: "region", fallback: "none" });
  made.set(language, regions);
  return regions.of(code);
}

const made = new Map<string, Intl.DisplayNames>();
