// Passkeys by WebAuthn: what a browser's device is asked to sign, and whether its answer is right. The challenge is kept
// here, for one session (or one step of signing in) and one purpose, for five minutes and once.
import "server-only";
import { isIP } from "node:net";
import { findPasskeys, keepPasskeyChallenge, consumePasskeyChallenge, type Proof } from "@/lib/db/state";
import type { Actor } from "@/lib/domain/people/actor";
import type { NewPasskey, Passkey, PasskeyPurpose } from "@/lib/domain/people/passkey";
import { translator } from "@/lib/i18n/translator";
import { originOf } from "../own-origin";
import { parseAssertion, parseRegistration, transportsAmong } from "./passkey-answers";

const MINUTES = 5;
/** EdDSA, ES256, RS256. */
const ALGORITHMS = [-8, -7, -257];

const shell = translator("shell");
const t = translator("second-factor");

/** Who is asked, and what for. */
export interface PasskeyRequest {
  holder: string;
  purpose: PasskeyPurpose;
  person: Pick<Actor, "id" | "email" | "name">;
}

export const sessionHolder = ({ session }: Pick<Actor, "session">): string => `session ${session ?? ""}`;
export const signInHolder = (tokenHash: string): string => `sign-in ${tokenHash}`;

/** The register's address, if browsers use passkeys there: a name with https, or this machine itself. */
export function passkeyOrigin(headers: Headers): string | null {
  const origin = originOf(headers);
  const { protocol, hostname } = new URL(origin);
  const isName = isIP(hostname.replace(/^\[|\]$/g, "")) === 0;
  return isName && (protocol === "https:" || hostname === "localhost") ? origin : null;
}

/** The options for `navigator.credentials.get`. Null: there is no passkey, or none can be used at this address. */
export async function passkeyRequestOptions(
  request: PasskeyRequest,
  headers: Headers,
): Promise<object | null> {
  const origin = passkeyOrigin(headers);
  const passkeys = await findPasskeys(request.person.id);
  if (origin === null || passkeys.length === 0) return null;
  const { generateAuthenticationOptions } = await webauthn();
  const options = await generateAuthenticationOptions({
    rpID: new URL(origin).hostname,
    allowCredentials: passkeys.map(named),
    userVerification: "required",
    timeout: MINUTES * 60_000,
  });
  await keep(request, options.challenge, origin);
  return options;
}

/** The options for `navigator.credentials.create`. Null: none can be used at this address. */
export async function passkeyCreationOptions(
  request: PasskeyRequest,
  headers: Headers,
): Promise<object | null> {
  const origin = passkeyOrigin(headers);
  if (origin === null) return null;
  const { id, email, name } = request.person;
  const { generateRegistrationOptions } = await webauthn();
  const options = await generateRegistrationOptions({
    rpName: shell("name"),
    rpID: new URL(origin).hostname,
    userID: new Uint8Array(Buffer.from(id.replaceAll("-", ""), "hex")),
    userName: email,
    userDisplayName: name,
    attestationType: "none",
    excludeCredentials: (await findPasskeys(id)).map(named),
    authenticatorSelection: { residentKey: "preferred", userVerification: "required" },
    supportedAlgorithmIDs: ALGORITHMS,
    timeout: MINUTES * 60_000,
  });
  await keep(request, options.challenge, origin);
  return options;
}

/**
 * The proof that the answer gives; its counter must still be stored. Null: none. The challenge is used up
 * either way.
 */
export async function passkeyProof(
  { holder, purpose, person }: PasskeyRequest,
  text: string,
): Promise<Proof | null> {
  const challenge = await consumePasskeyChallenge(holder, purpose);
  const answer = parseAssertion(text);
  const passkey =
    answer && (await findPasskeys(person.id)).find(({ credentialId }) => credentialId === answer.id);
  if (!challenge || !answer || !passkey) return null;
  const { verifyAuthenticationResponse } = await webauthn();
  const checked = await orWrong(
    verifyAuthenticationResponse({
      response: answer,
      ...expected(challenge),
      credential: {
        ...named(passkey),
        publicKey: new Uint8Array(Buffer.from(passkey.publicKey, "base64url")),
        counter: passkey.counter,
      },
    }),
  );
  if (!checked?.verified) return null;
  const { newCounter: counter } = checked.authenticationInfo;
  return { passkey: passkey.id, counterBefore: passkey.counter, counter };
}

/** The passkey that a device made. Null: the answer isn't right. The challenge is used up either way. */
export async function newPasskey(
  { holder, purpose }: Omit<PasskeyRequest, "person">,
  { passkey: text, name }: { passkey: string; name: string | undefined },
): Promise<NewPasskey | null> {
  const challenge = await consumePasskeyChallenge(holder, purpose);
  const answer = parseRegistration(text);
  if (!challenge || !answer) return null;
  const { verifyRegistrationResponse } = await webauthn();
  const isPlain = await orWrong(vouchesForNothing(answer.response.attestationObject));
  const checked =
    isPlain &&
    (await orWrong(
      verifyRegistrationResponse({
        response: answer,
        ...expected(challenge),
        supportedAlgorithmIDs: ALGORITHMS,
      }),
    ));
  if (!checked || !checked.verified) return null;
  const { id, publicKey, counter } = checked.registrationInfo.credential;
  return {
    credentialId: id,
    publicKey: Buffer.from(publicKey).toString("base64url"),
    counter,
    transports: transportsAmong(answer.response.transports),
    name: nameOf(name ?? ""),
  };
}

const keep = ({ holder, purpose }: PasskeyRequest, challenge: string, origin: string): Promise<void> =>
  keepPasskeyChallenge({ holder, purpose, challenge, origin, minutes: MINUTES });

const expected = ({ challenge, origin }: { challenge: string; origin: string }) => ({
  expectedChallenge: challenge,
  expectedOrigin: origin,
  expectedRPID: new URL(origin).hostname,
  requireUserVerification: true,
});

const named = ({ credentialId, transports }: Passkey) => ({
  id: credentialId,
  transports: transportsAmong(transports),
});

/** One line; the default name if the person gave none. */
const nameOf = (text: string): string =>
  text
    .normalize("NFC")
    .replace(/[\p{Cc}\p{Zl}\p{Zp}]/gu, " ")
    .trim()
    .slice(0, 80)
    .toWellFormed() || t("passkey.word");

/**
 * Whether the device sent no certificates, as requested. Checking them would mean calling addresses that they
 * name, and the register calls no address that a stranger names.
 */
async function vouchesForNothing(attestation: string): Promise<boolean> {
  const { decodeAttestationObject } = await import("@simplewebauthn/server/helpers");
  const decoded = decodeAttestationObject(new Uint8Array(Buffer.from(attestation, "base64url")));
  const format = decoded.get("fmt");
  return format === "none" || (format === "packed" && decoded.get("attStmt").get("x5c") === undefined);
}

/** The library throws if an answer is wrong: whatever the fault, it proves nothing. */
const orWrong = <T>(checking: Promise<T>): Promise<T | null> => checking.catch(() => null);

/** Contains certificate parsers, so it is loaded only when a passkey is first used. */
const webauthn = () => import("@simplewebauthn/server");
