// Between password and second step the browser holds a random token: good for five minutes, once, for this account
// alone. It names a row, and only the routes of the second step accept it.
import "server-only";
import { createHash, randomBytes } from "node:crypto";
import { findChallenge, openChallenge, type Challenge } from "@/lib/db/state";
import { env } from "@/lib/platform/env";
import { addressOf } from "../sign-in/address";
import { challengeCookie, cookieIn, setCookie } from "../cookies";
import { openSetup, encryptSetup, SETUP_MINUTES, type Setup } from "./setup";

const MINUTES = 5;

/** Creates one after a correct password and returns its token. */
export async function challenge(personId: string, setup: Setup | null = null): Promise<string> {
  const mark = randomBytes(32).toString("base64url");
  await openChallenge({
    personId,
    tokenHash: hashOf(mark),
    setup: setup && encryptSetup(setup, personId),
    minutes: setup ? SETUP_MINUTES : MINUTES,
  });
  return mark;
}

export interface Met extends Challenge {
  tokenHash: string;
}

/** The valid challenge that the request's token names. */
export async function challengeIn(headers: Headers): Promise<Met | null> {
  const mark = cookieIn(headers, challengeCookie()) ?? "";
  if (!/^[\w-]{43}$/.test(mark)) return null;
  const tokenHash = hashOf(mark);
  const found = await findChallenge(tokenHash, addressOf(headers, env().TRUSTED_PROXIES));
  return found && { ...found, tokenHash };
}

/** The setup that an account must confirm before it is signed in, for the page that shows it. */
export async function setupIn(headers: Headers): Promise<{ account: string; setup: Setup } | null> {
  const met = await challengeIn(headers);
  const setup = met && openSetup(met.setup, met.person.id);
  return setup && { account: met.person.email, setup };
}

export const setMark = (mark: string): string => setCookie(challengeCookie(), mark, SETUP_MINUTES * 60);
export const clearMark = (): string => setCookie(challengeCookie(), "", 0);

const hashOf = (mark: string): string => createHash("sha256").update(mark).digest("hex");
