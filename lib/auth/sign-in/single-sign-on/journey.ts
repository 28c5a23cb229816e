// From where and for what someone is sent to the provider: sealed in a cookie, so that the answer can't be
// used for anything else.
import "server-only";
import { z } from "zod";
import { cookieIn, journeyCookie, setCookie } from "../../cookies";
import { openToken, sealToken } from "../../sealed-token";

const MINUTES = 15;
const SALT = "single-sign-on";

const journey = z.object({
  /**
   * To sign in; to bind an identity, by a link for a password or in an open session; to prove who is at an
   * open session.
   */
  to: z.enum(["sign-in", "link", "bind", "prove"]),
  next: z.string().max(2_000),
  link: z.string().max(100).default(""),
  /** Seconds of true time. */
  begun: z.number().default(0),
});
export type Journey = z.output<typeof journey>;

export const keepJourney = async (made: Journey): Promise<string> =>
  setCookie(
    journeyCookie(),
    await sealToken({ ...made }, { salt: SALT, maxAge: MINUTES * 60 }),
    MINUTES * 60,
  );

export const endJourney = (): string => setCookie(journeyCookie(), "", 0);

/** Null: none was begun in this browser, or it took too long. */
export async function journeyIn(headers: Headers): Promise<Journey | null> {
  const token = cookieIn(headers, journeyCookie());
  if (token === null || token === "") return null;
  return journey.safeParse(await openToken(token, { salt: SALT })).data ?? null;
}
