// What the query for a request's session has already read, so that nothing in the request reads it again.
import { cache } from "react";
import type { Register } from "@/lib/domain/people/register";
import { onceARequest } from "../../sql/once-a-request";

interface ReadWithSession {
  register: Register | null;
  /**
   * Only for pages, whose parts all use one head. What the API adds to an answer must be as new as what was
   * read for it.
   */
  head: string | null;
}

const ofRequest = onceARequest((): Partial<Pick<ReadWithSession, "register">> => ({}));
const ofPage = cache((): Partial<Pick<ReadWithSession, "head">> => ({}));

export function keepReadWithSession({ register, head }: ReadWithSession): void {
  Object.assign(ofRequest(), { register });
  Object.assign(ofPage(), { head });
}

export const readWithSession = (): Readonly<Partial<ReadWithSession>> => ({ ...ofRequest(), ...ofPage() });
