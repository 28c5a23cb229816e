// E-mail and password lead to a session, a second step, "not right", or "wait". Unknown, disabled and wrong get the
// same answer after the same work; only failures are counted.
import "server-only";
import { z } from "zod";
import {
  countFailure,
  findCredential,
  forgetFailures,
  openSession,
  secondsToWait,
  type Credential,
  type OpenSession,
} from "@/lib/db/state";
import { deviceLabel } from "@/lib/domain/people/session";
import { env } from "@/lib/platform/env";
import { noteSignIn } from "../access-notes";
import { mayUsePassword } from "./break-glass";
import { addressOf } from "./address";
import { challenge } from "../second-factor/challenge";
import { knownDevice } from "./device";
import { verifyPassword } from "../password";
import { LIFETIME } from "../session";
import { newSetup } from "../second-factor/setup";
import { inSlot } from "./slots";
import { bucketsOf } from "./throttle";

/**
 * `code`, `set-up`: the password was right and a second step follows; the token is valid only for that step.
 */
export type SignInAnswer =
  | { kind: "in"; session: OpenSession; email: string }
  | { kind: "code" | "set-up"; mark: string }
  | { kind: "wrong" }
  | { kind: "slow"; seconds: number };

const pair = z.object({
  email: z
    .string()
    .trim()
    .toLowerCase()
    .max(254)
    .regex(/^[^\p{Cc}]*$/u),
  password: z.string().max(1_000),
});

/** The wait when all slots are taken. */
const BUSY_SECONDS = 10;

export async function signInWith(input: unknown, headers: Headers): Promise<SignInAnswer> {
  const { email, password } = pair.safeParse(input).data ?? { email: "", password: "" };
  const address = addressOf(headers, env().TRUSTED_PROXIES);
  const device = await knownDevice(headers, email);
  const answer = await inSlot(device ?? address, () =>
    attempt({ email, password, address, device, headers }),
  );
  if (answer === null) noteSignIn(headers, { personId: null, email, failure: "busy" });
  return answer ?? { kind: "slow", seconds: BUSY_SECONDS };
}

interface Try {
  email: string;
  password: string;
  address: string;
  device: string | null;
  headers: Headers;
}

async function attempt({ email, password, address, device, headers }: Try): Promise<SignInAnswer> {
  const account = await findCredential(email, address);
  const note = (failure: string | null) =>
    noteSignIn(headers, { personId: account?.personId ?? null, email, failure });
  const buckets = bucketsOf({ email, address, device, knownAddress: account?.knownAddress ?? false });
  const seconds = await secondsToWait(buckets.map((bucket) => bucket.key));
  if (seconds > 0) {
    note("slow-down");
    return { kind: "slow", seconds };
  }

  const known = await verifyPassword(account?.hash ?? null, password);
  const right = known && mayUsePassword(email);
  const answer =
    right && account && !account.disabled && (await firstStepOf(account, { email, address, headers }));
  if (!answer) {
    await countFailure(buckets);
    note(known && !right ? "passwords-off" : right && account?.disabled ? "disabled" : "wrong");
    return { kind: "wrong" };
  }
  await forgetFailures(buckets[0].key);
  // Before the second step nobody is signed in.
  if (answer.kind === "in") note(null);
  return answer;
}

async function firstStepOf(
  { personId, secondFactor, secondFactorRequired }: Credential,
  { email, address, headers }: Pick<Try, "email" | "address" | "headers">,
): Promise<SignInAnswer | null> {
  if (secondFactor) return { kind: "code", mark: await challenge(personId) };
  if (secondFactorRequired) return { kind: "set-up", mark: await challenge(personId, newSetup()) };
  const agent = deviceLabel(headers.get("user-agent"));
  const session = await openSession({ personId, address, agent }, LIFETIME);
  return session && { kind: "in", session, email };
}
