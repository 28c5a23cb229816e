// Whose page this is, and how they are asked for their password when their session has ended: told by the frame of the
// pages, asked for by `send`.

/** Resolves to true once this account is signed in again. */
type Ask = () => Promise<boolean>;

let keeper: { account: string; ask: Ask } | null = null;
let asking: Promise<boolean> | null = null;

/** `account`: its id. Answers how to stop. */
export function keepSession(account: string, ask: Ask): () => void {
  const own = { account, ask };
  keeper = own;
  return () => {
    if (keeper === own) keeper = null;
  };
}

export const accountHere = (): string | null => keeper?.account ?? null;

/** False where nobody can be asked, or they don't want to. Who asks meanwhile waits for the same answer. */
export async function signInAgain(): Promise<boolean> {
  if (!keeper) return false;
  asking ??= keeper.ask().finally(() => {
    asking = null;
  });
  return asking;
}
