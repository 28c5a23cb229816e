import "server-only";
import { findRegister } from "@/lib/db/read/register";

export interface Settings {
  /** Whether the register is a demonstration, running on a clock of its own. */
  demonstration: boolean;
  /** Milliseconds by which its clock is ahead of the true one. */
  offsetMs: number;
  timeZone: string;
  /** The line at the head of every page; empty for none. */
  marking: string;
  staleDays: number;
}

/** For everybody, signed in or not: pages say what they are before anybody has signed in. */
export async function loadSettings(): Promise<Settings> {
  const { version: _version, ...settings } = (await findRegister()) ?? { ...NOT_FOUNDED, version: 0 };
  return settings;
}

const NOT_FOUNDED: Settings = {
  demonstration: false,
  offsetMs: 0,
  timeZone: "UTC",
  marking: "",
  staleDays: 30,
};
