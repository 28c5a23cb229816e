"use client";
// The locale for figures and dates that the browser writes. The server uses the same one first.
import { createContext, useContext, type ReactNode } from "react";

const Locale = createContext("en-GB");

export function LanguageGiven({ locale, children }: { locale: string; children: ReactNode }) {
  return <Locale value={locale}>{children}</Locale>;
}

/** "fr-FR" */
export const useLocale = (): string => useContext(Locale);

export function useFigures(): (value: number) => string {
  const locale = useLocale();
  return (value) => value.toLocaleString(locale);
}
