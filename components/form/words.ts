import type { Messages } from "@/lib/i18n/translator";

export interface Option {
  value: string;
  label: string;
  meaning?: string;
}

/** Words that every form has, made on the server: the browser gets no translation code. */
export type FormWords = Messages["form"];
/** Those about a request that failed. */
export type SaveWords = Pick<FormWords, "offline" | "signedOut" | "failed">;
