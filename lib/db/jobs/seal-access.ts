import "server-only";
import { THE_REGISTER } from "@/lib/domain/people/actor";
import { refuse } from "@/lib/domain/base/refusal";
import { ok } from "@/lib/domain/base/result";
import { write } from "../write";

/** Seals the access log in the name of the register, if a seal is due. */
export async function sealAccess(): Promise<void> {
  await write(THE_REGISTER, async (tx) => {
    const seal = await tx.accessLog.sealDue();
    if (seal === null) return refuse("already-there");
    return ok(await tx.save("access", seal.before, seal.after, { action: "access.sealed" }));
  });
}
