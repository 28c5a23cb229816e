// What the question for a request's session has read already, so that nothing of the request asks for it again.
import type { Register } from "@/lib/domain/people/register";
import { onceARequest } from "../../sql/once-a-request";

interface ReadWithSession {
  register: Register | null;
  head: string | null;
}

const kept = onceARequest((): Partial<ReadWithSession> => ({}));

export const keepReadWithSession = (read: ReadWithSession): void => void Object.assign(kept(), read);

export const readWithSession = (): Readonly<Partial<ReadWithSession>> => kept();
