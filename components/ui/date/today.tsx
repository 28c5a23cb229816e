"use client";
// The register's day, from the server: calendars open on it.
import { createContext, useContext, type ReactNode } from "react";

const Today = createContext<string | null>(null);

export function TodayGiven({ day, children }: { day: string; children: ReactNode }) {
  return <Today value={day}>{children}</Today>;
}

/** YYYY-MM-DD; null on a page outside the register. */
export const useToday = (): string | null => useContext(Today);
