// The account of this page, and how to ask for its password once its session has ended. Set by the frame, used by
// `send`.

/** Resolves to true once this account is signed in again. */
type Ask = () => Promise<boolean>;

let keeper: { account: string; ask: Ask } | null = null;
let asking: Promise<boolean> | null = null;

/** `account`: its id. Returns a function that unregisters it. */
export function keepSession(account: string, ask: Ask): () => void {
  const own = { account, ask };
  keeper = own;
  return () => {
    if (keeper === own) keeper = null;
  };
}

export const accountHere = (): string | null => keeper?.account ?? null;

/** False where nobody can be asked, or they decline. Concurrent callers share one prompt. */
export async function signInAgain(): Promise<boolean> {
  if (!keeper) return false;
  asking ??= keeper.ask().finally(() => {
    asking = null;
  });
  return asking;
}
