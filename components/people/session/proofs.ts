// How a person in a session proves who they are.
import type { ApiBody } from "@/lib/client/api";
import { askPasskey } from "@/lib/client/passkey";
import { send, type Failure } from "@/lib/client/send";
import type { SignedInAccount } from "./account";
import { passkeyFault, sessionWords } from "./words";

/** `provider`: not opened yet; `there`: opened in another tab. */
export type ProofWay = "password" | "code" | "provider" | "there";

export const firstProof = ({ byPassword, byProvider, byCode }: SignedInAccount): ProofWay => {
  if (byPassword) return "password";
  if (byProvider) return "provider";
  return byCode ? "code" : "password";
};

/** What can be typed instead of the proof that is asked for. */
export function otherProof(
  by: ProofWay,
  { byCode, byPassword }: SignedInAccount,
): "code" | "password" | null {
  if (by !== "code" && byCode) return "code";
  return by !== "password" && byPassword ? "password" : null;
}

export function textOfProof(by: ProofWay): string {
  const { proofText, proofTextCode, proofTextProvider, proofTextThere } = sessionWords();
  return { password: proofText, code: proofTextCode, provider: proofTextProvider, there: proofTextThere }[by];
}

/**
 * What is wrong; null if the proof was accepted. If the session has ended, sending the form again asks to
 * sign in.
 */
export async function sendProof(body: ApiBody<"POST", "/me/proof">): Promise<string | null> {
  const sent = await send("POST", "/me/proof", body, { asIs: true });
  return sent.ok || isSignedOut(sent.failure) ? null : messageOf(sent.failure);
}

export async function byPasskey(): Promise<string | null> {
  const asked = await askPasskey("prove");
  return "fault" in asked ? passkeyFault(asked.fault) : sendProof({ passkey: asked.answer });
}

const isSignedOut = (failure: Failure): boolean =>
  failure.is === "refused" && failure.refusal.code === "not-signed-in";

function messageOf(failure: Failure): string {
  if (failure.is === "offline") return sessionWords().offline;
  const [first] = failure.is === "fields" ? failure.errors : [];
  return first?.message ?? `${failure.refusal.title}. ${failure.refusal.detail}`;
}
