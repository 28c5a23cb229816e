"use client";
// How figures are written, for what the browser counts by itself: the server draws it the same way first.
import { createContext, useContext, type ReactNode } from "react";

const Locale = createContext("en-GB");

export function LanguageGiven({ locale, children }: { locale: string; children: ReactNode }) {
  return <Locale value={locale}>{children}</Locale>;
}

export function useFigures(): (value: number) => string {
  const locale = useContext(Locale);
  return (value) => value.toLocaleString(locale);
}
