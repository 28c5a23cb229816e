// A passkey from a page's script: asks the register what is to be signed, and the browser's device to sign it. The answer
// is JSON text, for a form's field or an operation.
import type {
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
} from "@simplewebauthn/browser";

/** Of an existing passkey, or of a new one (`set-up` before there is a session). */
export type PasskeyUse = "sign-in" | "prove" | "change" | "set-up" | "add";

/**
 * `cancelled`: by the person, or nobody touched the device in time. `known`: this device already has a
 * passkey of the account.
 */
export type PasskeyFault = "offline" | "over" | "cancelled" | "known";

/** Loads the library only when a passkey is used. */
export async function askPasskey(use: PasskeyUse): Promise<{ answer: string } | { fault: PasskeyFault }> {
  const options = await optionsFor(use);
  if (typeof options === "string") return { fault: options };
  try {
    const { startAuthentication, startRegistration } = await import("@simplewebauthn/browser");
    const answer =
      use === "set-up" || use === "add"
        ? await startRegistration({ optionsJSON: options as PublicKeyCredentialCreationOptionsJSON })
        : await startAuthentication({ optionsJSON: options as PublicKeyCredentialRequestOptionsJSON });
    return { answer: JSON.stringify(answer) };
  } catch (error) {
    return { fault: error instanceof Error && error.name === "InvalidStateError" ? "known" : "cancelled" };
  }
}

async function optionsFor(purpose: PasskeyUse): Promise<object | "offline" | "over"> {
  try {
    const body = new URLSearchParams({ purpose });
    const response = await fetch("/api/auth/passkeys/options", { method: "POST", body, cache: "no-store" });
    if (response.status >= 500) return "offline";
    return response.ok ? ((await response.json()) as object) : "over";
  } catch {
    return "offline";
  }
}
