"use client";
// Which day it is by the register's clock: the server says it, a calendar opens on it.
import { createContext, useContext, type ReactNode } from "react";

const Today = createContext<string | null>(null);

export function TodayGiven({ day, children }: { day: string; children: ReactNode }) {
  return <Today value={day}>{children}</Today>;
}

/** YYYY-MM-DD; null on a page that isn't of the register. */
export const useToday = (): string | null => useContext(Today);
