// The secret that signs and encrypts, and those before it: what they made opens until they are taken out of the settings.
import "server-only";
import { env } from "@/lib/platform/env";

/** Everything new is made with it. */
export const currentSecret = (): string => env().NEXTAUTH_SECRET;

/** The current one first. */
export const knownSecrets = (): string[] => [currentSecret(), ...env().NEXTAUTH_SECRETS_BEFORE];
