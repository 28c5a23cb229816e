// What the question for a page's session has read already, so that nothing of the page asks for it again. Elsewhere than in
// a page nothing is kept.
import { cache } from "react";
import type { Register } from "@/lib/domain/people/register";

interface ReadWithSession {
  register: Register | null;
  head: string | null;
}

const kept = cache((): Partial<ReadWithSession> => ({}));

export const keepReadWithSession = (read: ReadWithSession): void => void Object.assign(kept(), read);

export const readWithSession = (): Readonly<Partial<ReadWithSession>> => kept();
