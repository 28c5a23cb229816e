// next-auth's tokens, encrypted with the secrets of the keyring: the browser keeps them but can't read them.
import "server-only";
import { decode, encode, type JWT } from "next-auth/jwt";
import { currentSecret, knownSecrets } from "./keyring";

interface Sealing {
  salt?: string;
  maxAge: number;
}

export const sealToken = (token: JWT, sealing: Sealing): Promise<string> =>
  encode({ token, secret: currentSecret(), ...sealing });

/** The content of a valid token that one of the secrets sealed. */
export async function openToken(token: string, { salt = "" }: { salt?: string } = {}): Promise<JWT | null> {
  for (const secret of knownSecrets()) {
    const key = [secret, salt, token].join("\n");
    const known = opened.get(key);
    if (known && isValid(known)) return known;
    opened.delete(key);
    const claims = await decode({ token, secret, salt }).catch(() => null);
    if (claims) return kept(key, claims);
  }
  return null;
}

/**
 * Each request of a session brings the same token, and deriving its key takes longer than everything else
 * done with it.
 */
const opened = new Map<string, JWT>();
const MOST = 1000;

function kept(key: string, claims: JWT): JWT {
  const [oldest] = opened.keys();
  if (opened.size >= MOST && oldest !== undefined) opened.delete(oldest);
  opened.set(key, claims);
  return claims;
}

const isValid = ({ exp }: JWT): boolean => typeof exp === "number" && exp * 1000 > Date.now();
