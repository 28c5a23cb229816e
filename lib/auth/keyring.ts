// The secret that signs and encrypts, and earlier ones: they still open what they sealed until they are
// removed from the settings.
import "server-only";
import { env } from "@/lib/platform/env";

/** Everything new is made with it. */
export const currentSecret = (): string => env().NEXTAUTH_SECRET;

/** The current one first. */
export const knownSecrets = (): string[] => [currentSecret(), ...env().NEXTAUTH_SECRETS_BEFORE];
