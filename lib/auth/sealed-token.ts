// What a browser keeps for us and can't read: next-auth's encrypted tokens, by the secrets of the keyring.
import "server-only";
import { decode, encode, type JWT } from "next-auth/jwt";
import { currentSecret, knownSecrets } from "./keyring";

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
