// Signing in from a page's script, in as many steps as the account requires. In between, the browser holds a token that
// opens nothing and that no script can read.

/**
 * `set-up`: the role requires a second factor and the account has none yet; `/sign-in/set-up` sets it up. `slowDown` in
 * seconds. `offline`: no readable answer.
 */
export type SignedIn = "in" | "second-step" | "set-up" | "refused" | "offline" | { slowDown: number };

/** `over`: five minutes have passed or too many codes were wrong; the password is asked for again. */
export type SecondStep = "in" | "refused" | "over" | "offline" | { slowDown: number };

/** Sends the pair in a body, never in an address. */
export async function signIn(pair: { email: string; password: string }): Promise<SignedIn> {
  const answer = await post("/api/auth/callback/credentials", pair);
  if (typeof answer !== "object" || "slowDown" in answer) return answer;
  if (answer.error) return "refused";
  return NEXT_STEPS[answer.path] ?? "in";
}

/** A code from the device, one of the recovery codes, or a passkey's answer. */
export async function secondStep(given: { code: string } | { passkey: string }): Promise<SecondStep> {
  const answer = await post("/api/auth/second-step", given);
  if (typeof answer !== "object" || "slowDown" in answer) return answer;
  if (!answer.error) return "in";
  return answer.path === "/sign-in" ? "over" : "refused";
}

const NEXT_STEPS: Record<string, SignedIn | undefined> = {
  "/sign-in/code": "second-step",
  "/sign-in/set-up": "set-up",
};

/** Reads the next step from the address to which a plain form would have been redirected. */
async function post(
  place: string,
  fields: Record<string, string>,
): Promise<"offline" | { slowDown: number } | { path: string; error: boolean }> {
  try {
    const body = new URLSearchParams({ ...fields, json: "true" });
    const response = await fetch(place, { method: "POST", body, cache: "no-store" });
    if (response.status >= 500) return "offline";
    if (response.status === 429) return { slowDown: Number(response.headers.get("retry-after")) || 60 };
    const { url = "" } = (await response.json()) as { url?: string };
    const { pathname, searchParams } = new URL(url, location.origin);
    return { path: pathname, error: !response.ok || searchParams.has("error") };
  } catch {
    return "offline";
  }
}
