// Where people sign in with their organisation, passwords may be off except for two accounts, for the day
// when the provider is down.
import { env } from "@/lib/platform/env";

/** If the settings name the two break-glass accounts, only these may. */
export const mayUsePassword = (email: string): boolean =>
  env().BREAK_GLASS.length === 0 || isBreakGlass(email);

export const isBreakGlass = (email: string): boolean => env().BREAK_GLASS.includes(email.toLowerCase());
