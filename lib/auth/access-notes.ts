// What the access log stores about a request: who, from where, which path. No secret, no parameter, nothing
// typed.
import "server-only";
import { createHmac, hkdfSync } from "node:crypto";
import type { Actor } from "@/lib/domain/people/actor";
import type { Refusal } from "@/lib/domain/base/refusal";
import { env } from "@/lib/platform/env";
import { currentSecret } from "./keyring";
import { noteAccess } from "./access-log";
import { addressOf } from "./sign-in/address";
import { REQUEST_ID_HEADER } from "./request-headers";

export interface AccessRequest {
  headers: Headers;
  method: string;
  /** Stored without its parameters. */
  path: string;
}

export const accessRequestOf = (request: Request): AccessRequest => ({
  headers: request.headers,
  method: request.method,
  path: new URL(request.url).pathname,
});

/** Notes refusals of permission and wrong proofs. Something missing or malformed is not this log's concern. */
export function noteRefusal(refusal: Refusal, request: AccessRequest, actor: Actor | null): void {
  const isUnproven = refusal.errors?.some(({ code }) => Object.hasOwn(OWN_PROOFS, code));
  if (actor && isUnproven) return noteUnproven(request, actor, refusal);
  const code = refusal.errors?.some((error) => error.code === NOT_CLEARED) ? NOT_CLEARED : refusal.code;
  if (NOTED.includes(code)) noteAccess({ ...noted(request, actor), kind: "REFUSAL", code });
}

export function noteDownload(request: AccessRequest, actor: Actor): void {
  noteAccess({ ...noted(request, actor), kind: "DOWNLOAD", code: null });
}

/**
 * Notes that the person at an open session couldn't prove its password, second factor or identity at the
 * provider.
 */
export function noteUnproven(request: AccessRequest, actor: Actor, { errors }: Refusal): void {
  const [code = "own-password"] = (errors ?? []).flatMap((error) => OWN_PROOFS[error.code] ?? []);
  noteAccess({ ...noted(request, actor), kind: "SIGN_IN_FAILED", code });
}

const OWN_PROOFS: Readonly<Record<string, string>> = {
  "wrong-password": "own-password",
  "wrong-code": "own-code",
  "wrong-passkey": "own-passkey",
  "wrong-identity": "own-identity",
};

/**
 * `email` may be a mistyped password. So only this is stored: a known account's id, a keyed hash of anything like an
 * address, otherwise nothing.
 */
export function noteSignIn(
  headers: Headers,
  { personId, email, failure }: { personId: string | null; email: string; failure: string | null },
): void {
  const account = accountMark(email);
  noteAccess({
    ...noted({ headers, method: "POST", path: "/sign-in" }, null),
    kind: failure === null ? "SIGN_IN" : "SIGN_IN_FAILED",
    code: failure,
    personId,
    account: personId === null && email.includes("@") ? account : null,
  });
}

/** Notes an invalid or expired token, without any part of it. */
export function noteWrongToken(request: AccessRequest): void {
  noteAccess({ ...noted(request, null), kind: "SIGN_IN_FAILED", code: "token" });
}

/** Notes an invalid logout token of the provider. */
export function noteWrongLogout(request: AccessRequest): void {
  noteAccess({ ...noted(request, null), kind: "SIGN_IN_FAILED", code: "logout-token" });
}

/** The fault of a sealed number that was sent by someone who may not know it. */
const NOT_CLEARED = "not-cleared";
const NOTED: readonly string[] = [
  "role",
  "another-desk",
  "own-proposal",
  "cross-site",
  "not-by-token",
  NOT_CLEARED,
];

function noted({ headers, method, path }: AccessRequest, actor: Actor | null) {
  return {
    personId: actor?.id ?? null,
    account: null,
    session: actor?.session ?? null,
    request: headers.get(REQUEST_ID_HEADER),
    address: addressOf(headers, env().TRUSTED_PROXIES),
    method,
    path: withoutSecrets(path),
  };
}

/** A link for setting a password is as good as the password. */
function withoutSecrets(path: string): string {
  const [place = ""] = path.split("?");
  return place.replace(/^(\/set-password\/).+/, "$1…").slice(0, 200);
}

/** Equal addresses have equal marks. Keyed, so that nobody without the register's secret can guess the address. */
function accountMark(email: string): string {
  const key = hkdfSync("sha256", currentSecret(), "", "access log: accounts", 32);
  return createHmac("sha256", new Uint8Array(key)).update(email).digest("hex").slice(0, 12);
}
