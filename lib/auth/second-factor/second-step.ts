// A code leads to a session, "not right", "wait", or "over": then the password is asked for again. Every attempt is
// counted before it is checked; challenge and code are each good once.
import "server-only";
import type { Actor } from "@/lib/domain/people/actor";
import { deviceLabel } from "@/lib/domain/people/session";
import type { Result } from "@/lib/domain/base/result";
import { failChallenge, forgetFailures, passChallenge, takeAttempt, type OpenSession } from "@/lib/db/state";
import { env } from "@/lib/platform/env";
import { noteSignIn } from "../access-notes";
import { addressOf } from "../sign-in/address";
import { challengeIn, type Met } from "./challenge";
import { knownDevice } from "../sign-in/device";
import { codeProof } from "./proof";
import { LIFETIME } from "../session";
import { confirmSetup, openSetup, type NewFactor } from "./setup";
import { codeBucketsOf } from "../sign-in/throttle";

export type SecondStepAnswer =
  | { kind: "in"; session: OpenSession; email: string }
  | { kind: "wrong" | "slow"; page: "/sign-in/code" | "/sign-in/set-up"; seconds: number }
  | { kind: "over" };

/** `setUp` records a second factor for an account that had none. */
export async function takeSecondStep(
  code: string,
  headers: Headers,
  setUp: (holder: Actor, factor: NewFactor) => Promise<Result<unknown>>,
): Promise<SecondStepAnswer> {
  const met = await challengeIn(headers);
  if (!met) return nobodys(code);
  const page = met.setup === null ? "/sign-in/code" : "/sign-in/set-up";
  const buckets = await bucketsFor(met, headers);
  const note = (failure: string | null) =>
    noteSignIn(headers, { personId: met.person.id, email: met.person.email, failure });
  const seconds = await takeAttempt(buckets);
  if (seconds > 0) {
    note("slow-down");
    return { kind: "slow", page, seconds };
  }

  const passed = await attempt(met, code.slice(0, 200), headers, setUp);
  if (passed === "over") return { kind: "over" };
  if (passed === null) {
    await failChallenge(met.tokenHash);
    note("wrong-code");
    return { kind: "wrong", page, seconds: 0 };
  }
  for (const { key } of buckets) await forgetFailures(key);
  note(null);
  return { kind: "in", session: passed, email: met.person.email };
}

async function bucketsFor({ person, knownAddress }: Met, headers: Headers) {
  const address = addressOf(headers, env().TRUSTED_PROXIES);
  const device = await knownDevice(headers, person.email);
  return codeBucketsOf({ personId: person.id, address, device, knownAddress });
}

async function attempt(
  met: Met,
  code: string,
  headers: Headers,
  setUp: (holder: Actor, factor: NewFactor) => Promise<Result<unknown>>,
): Promise<OpenSession | "over" | null> {
  const { tokenHash, person } = met;
  const agent = deviceLabel(headers.get("user-agent"));
  const device = { address: addressOf(headers, env().TRUSTED_PROXIES), agent };
  if (met.setup === null) {
    const proof = codeProof(met.secret, person.id, code);
    return proof && passChallenge({ tokenHash, proof, ...device }, LIFETIME);
  }
  const setup = openSetup(met.setup, person.id);
  const factor = setup && confirmSetup(setup, code, person.id);
  if (!factor) return null;
  const done = await setUp({ ...person, session: null, request: null }, factor);
  if (!done.ok) return "over";
  return (await passChallenge({ tokenHash, proof: null, ...device }, LIFETIME)) ?? "over";
}

/** A token that names nothing costs as much work as one that does. */
function nobodys(code: string): SecondStepAnswer {
  codeProof(null, "", code.slice(0, 200));
  return { kind: "over" };
}
