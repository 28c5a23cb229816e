export type SignInOutcome =
  | { signedIn: true }
  | { signedIn: false; why: "wrong" | "unreachable" }
  | { signedIn: false; why: "slow"; minutes: number };

/** Hands the pair over in a body, never in an address, and reads the answer. */
export async function signIn(email: string, password: string): Promise<SignInOutcome> {
  try {
    const body = new URLSearchParams({ email, password, json: "true" });
    const response = await fetch("/api/auth/callback/credentials", { method: "POST", body });
    const { url } = (await response.json()) as { url?: string };
    return outcomeOf(response, url);
  } catch {
    return { signedIn: false, why: "unreachable" };
  }
}

/** The answer says why in the address to which a plain form would have been led: `error=CredentialsSignin`, `error=slow-down:2`. */
function outcomeOf(response: Response, url: string | undefined): SignInOutcome {
  const error = url === undefined ? null : new URL(url, location.origin).searchParams.get("error");
  if (response.ok && error === null) return { signedIn: true };
  if (response.status >= 500) return { signedIn: false, why: "unreachable" };
  const slow = /^slow-down(?::(\d+))?$/.exec(error ?? "");
  return slow
    ? { signedIn: false, why: "slow", minutes: Number(slow[1] ?? 1) }
    : { signedIn: false, why: "wrong" };
}
