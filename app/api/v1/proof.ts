// The proof that `proof-needed` asks for: the person in the session shows who they are.
import type { z } from "zod";
import { one } from "@/lib/api/answer";
import { anyone, operation } from "@/lib/api/operation";
import { provePassword } from "@/lib/auth/new-password";
import { proveByPasskey, proveSecondFactor } from "@/lib/auth/second-factor/proof";
import type { Actor } from "@/lib/domain/people/actor";
import { ok, type Result } from "@/lib/domain/base/result";
import { me, presentMe } from "@/lib/people/people/answers";
import { proofInput } from "@/lib/people/people/schema";

export const proofOperations = [
  operation({
    method: "POST",
    path: "/me/proof",
    summary: "Prove that it is you, by password, or by a code or passkey of your second factor",
    may: anyone,
    body: proofInput,
    answer: one(me, presentMe),
    run: async ({ actor, body }) => {
      const proven = await proofOf(actor, body);
      return proven.ok ? ok(actor) : proven;
    },
  }),
];

function proofOf(
  actor: Actor,
  { password = "", code, passkey }: z.output<typeof proofInput>,
): Promise<Result<true>> {
  if (passkey !== undefined)
    return proveByPasskey(actor, { answer: passkey, purpose: "PROVE", path: "passkey" });
  return code === undefined
    ? provePassword(actor, password, "password")
    : proveSecondFactor(actor, code, "code");
}
