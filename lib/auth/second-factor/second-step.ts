// A code or a passkey leads to a session, "not right", "wait", or "over": then the password is asked for
// again. Every attempt is counted before it is checked; challenge and code are each valid once.
import "server-only";
import type { Actor } from "@/lib/domain/people/actor";
import { deviceLabel } from "@/lib/domain/people/session";
import type { Result } from "@/lib/domain/base/result";
import { failChallenge, forgetFailures, passChallenge, countAttempt, type OpenSession } from "@/lib/db/state";
import { env } from "@/lib/platform/env";
import { noteSignIn } from "../access-notes";
import { addressOf } from "../sign-in/address";
import { challengeIn, type Met } from "./challenge";
import { knownDevice } from "../sign-in/device";
import type { FormFields } from "../sign-in/forms";
import { newPasskey, passkeyProof, signInHolder } from "./passkeys";
import { codeProof } from "./proof";
import { LIFETIME } from "../session";
import { confirmSetup, openSetup, recoveryHashes, type NewFactor, type Setup } from "./setup";
import { codeBucketsOf } from "../sign-in/throttle";

type StepPage = "/sign-in/code" | "/sign-in/set-up";

export type SecondStepAnswer =
  | { kind: "in"; session: OpenSession; email: string }
  | { kind: "wrong"; page: StepPage; fault: string }
  | { kind: "slow"; page: StepPage; seconds: number }
  | { kind: "over" };

/**
 * `fields`: a code, or a passkey's answer (with a name if the passkey is new). `setUp` records a second
 * factor for an account that had none.
 */
export async function takeSecondStep(
  fields: FormFields,
  headers: Headers,
  setUp: (holder: Actor, factor: NewFactor) => Promise<Result<unknown>>,
): Promise<SecondStepAnswer> {
  const met = await challengeIn(headers);
  if (!met) return nobodys(fields);
  const page = met.setup === null ? "/sign-in/code" : "/sign-in/set-up";
  const buckets = await bucketsFor(met, headers);
  const note = (failure: string | null) =>
    noteSignIn(headers, { personId: met.person.id, email: met.person.email, failure });
  const seconds = await countAttempt(buckets);
  if (seconds > 0) {
    note("slow-down");
    return { kind: "slow", page, seconds };
  }

  const passed = await attempt(met, fields, headers, setUp);
  if (passed === "over") return { kind: "over" };
  if (passed === null) {
    await failChallenge(met.tokenHash);
    const fault = fields.passkey ? "wrong-passkey" : "wrong-code";
    note(fault);
    return { kind: "wrong", page, fault: `${fields.passkey ? "passkey" : "code"}:${fault}` };
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
  { code = "", passkey, name }: FormFields,
  headers: Headers,
  setUp: (holder: Actor, factor: NewFactor) => Promise<Result<unknown>>,
): Promise<OpenSession | "over" | null> {
  const { tokenHash, person } = met;
  const agent = deviceLabel(headers.get("user-agent"));
  const device = { address: addressOf(headers, env().TRUSTED_PROXIES), agent };
  if (met.setup === null) {
    const proof = passkey
      ? await passkeyProof({ holder: signInHolder(tokenHash), purpose: "SIGN_IN", person }, passkey)
      : codeProof(met.secret, person.id, code.slice(0, 200));
    return proof && passChallenge({ tokenHash, proof, ...device }, LIFETIME);
  }
  const setup = openSetup(met.setup, person.id);
  const factor =
    setup &&
    (passkey
      ? await firstPasskey(setup, tokenHash, { passkey, name })
      : confirmSetup(setup, code.slice(0, 200), person.id));
  if (!factor) return null;
  const done = await setUp({ ...person, session: null, request: null }, factor);
  if (!done.ok) return "over";
  return (await passChallenge({ tokenHash, proof: null, ...device }, LIFETIME)) ?? "over";
}

async function firstPasskey(
  setup: Setup,
  tokenHash: string,
  given: { passkey: string; name: string | undefined },
): Promise<NewFactor | null> {
  const passkey = await newPasskey({ holder: signInHolder(tokenHash), purpose: "ADD" }, given);
  return passkey && { codeHashes: recoveryHashes(setup), passkey };
}

/** An unknown token costs as much work as a known one. */
function nobodys({ code = "" }: FormFields): SecondStepAnswer {
  codeProof(null, "", code.slice(0, 200));
  return { kind: "over" };
}
