// The secret that signs and encrypts, and those before it: what they made opens until they are taken out of the settings.
import "server-only";
import { decode, encode, type JWT } from "next-auth/jwt";
import { env } from "@/lib/platform/env";

/** Everything new is made with it. */
export const currentSecret = (): string => env().NEXTAUTH_SECRET;

/** The current one first. */
export const knownSecrets = (): string[] => [currentSecret(), ...env().NEXTAUTH_SECRETS_BEFORE];

interface Sealing {
  salt?: string;
  maxAge: number;
}

export const sealToken = (token: JWT, sealing: Sealing): Promise<string> =>
  encode({ token, secret: currentSecret(), ...sealing });

/** What is in a token that one of the secrets sealed, while it is valid. */
export async function openToken(token: string, { salt = "" }: { salt?: string } = {}): Promise<JWT | null> {
  for (const secret of knownSecrets()) {
    const opened = await decode({ token, secret, salt }).catch(() => null);
    if (opened) return opened;
  }
  return null;
}
