// Where people sign in with their organisation, passwords may be off, but for two accounts: for the day on which the provider is away.
import { env } from "@/lib/platform/env";

/** Only of the two break-glass accounts, where the settings name them. */
export const mayUsePassword = (email: string): boolean =>
  env().BREAK_GLASS.length === 0 || isBreakGlass(email);

export const isBreakGlass = (email: string): boolean => env().BREAK_GLASS.includes(email.toLowerCase());
