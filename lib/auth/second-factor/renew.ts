// Second factors that an earlier secret encrypted are encrypted again, so that it can be removed from the
// settings.
import "server-only";
import { findSecrets, replaceSecret } from "@/lib/db/state";
import { knownSecrets } from "../keyring";
import { renewedSecret } from "./setup";

/** Returns how many; does nothing while there is only one secret. */
export async function renewSecondFactors(): Promise<number> {
  if (knownSecrets().length === 1) return 0;
  let renewed = 0;
  for (const { personId, secret } of await findSecrets()) {
    const by = renewedSecret(secret, personId);
    if (by !== null && (await replaceSecret(personId, secret, by))) renewed += 1;
  }
  return renewed;
}
