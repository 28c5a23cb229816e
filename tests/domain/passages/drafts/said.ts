import type { Language } from "@/lib/domain/base/language";
import type { StatementRead } from "@/lib/domain/passages/drafts/statement";
import { read, readAmount } from "./score";

export const readIn = (language: Language, speaker: string | null, text: string): StatementRead =>
  read({ id: "", language, date: "2026-03-10", speaker, text, pledges: [], refusals: [], repeats: [] }, []);

/** "FR WILL TROOPS EXACT 200 200 people": one line for each thing read. */
export const linesOf = ({ drafts, refusals, repeats }: StatementRead): string[] =>
  [
    ...drafts.map((one) => [one.modality, one] as const),
    ...refusals.map((one) => ["WON'T", one] as const),
    ...repeats.map((one) => ["AGAIN", one] as const),
  ].map(([how, one]) =>
    [
      [one.participant ?? "?", ...one.jointWith].join("+"),
      ...one.onBehalfOf.map((code) => `for ${code}`),
      how,
      one.kind ?? "?",
      readAmount(one) ?? "-",
    ].join(" "),
  );

export const said = (language: Language, speaker: string | null, text: string): string[] =>
  linesOf(readIn(language, speaker, text));
