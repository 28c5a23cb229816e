// argon2id with the parameters that OWASP recommends: 19 MiB, two passes, one lane.
import { hash, verify } from "@node-rs/argon2";
import { PASSWORD_MAX } from "@/lib/domain/people/password";

const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

export function hashPassword(password: string): Promise<string> {
  return hash(password.normalize("NFKC"), COST);
}

/** Hashes even when nothing is stored, so that an unknown account answers no faster. */
export async function verifyPassword(stored: string | null, password: string): Promise<boolean> {
  const tried = [...password].length <= PASSWORD_MAX ? password.normalize("NFKC") : "";
  const same = await verify(stored ?? NOBODYS, tried);
  return same && stored !== null && tried !== "";
}

/** The hash of a random text that was thrown away. */
const NOBODYS =
  "$argon2id$v=19$m=19456,t=2,p=1$oSCpwTJHuXICxsyerl8g+g$wCuhSIwgE1G8j3XeWdAmTBGgM/bpC5ZlUWIMv4uzdw4";
