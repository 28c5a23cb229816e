// The account of this page, and how to ask for its password once its session has ended, or once the person
// must prove again who they are. Set by the frame, used by `send`.

/** `session`: it has ended. `proof`: it is open, but the request needs a fresh proof. */
export type Need = "session" | "proof";

/** Resolves to true once this account is signed in again, or has proved who is there. */
type Ask = (need: Need) => Promise<boolean>;

let keeper: { account: string; ask: Ask } | null = null;
const asking: Partial<Record<Need, Promise<boolean>>> = {};

/** `account`: its id. Returns a function that unregisters it. */
export function keepSession(account: string, ask: Ask): () => void {
  const own = { account, ask };
  keeper = own;
  return () => {
    if (keeper === own) keeper = null;
  };
}

export const accountHere = (): string | null => keeper?.account ?? null;

/** False if nobody can be asked, or they decline. Concurrent callers share one prompt. */
export async function askFor(need: Need): Promise<boolean> {
  if (!keeper) return false;
  asking[need] ??= keeper.ask(need).finally(() => {
    delete asking[need];
  });
  return asking[need];
}
