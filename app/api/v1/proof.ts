// What `proof-needed` asks for: the person in the session shows who they are.
import { one } from "@/lib/api/answer";
import { anyone, operation } from "@/lib/api/operation";
import { provePassword } from "@/lib/auth/new-password";
import { proveSecondFactor } from "@/lib/auth/second-factor/proof";
import { ok } from "@/lib/domain/base/result";
import { me, presentMe } from "@/lib/people/people/answers";
import { proofInput } from "@/lib/people/people/schema";

export const proofOperations = [
  operation({
    method: "POST",
    path: "/me/proof",
    summary: "Prove who is there, by the password or by a code of the second factor",
    may: anyone,
    body: proofInput,
    answer: one(me, presentMe),
    run: async ({ actor, body: { password = "", code } }) => {
      const proven = await (code === undefined
        ? provePassword(actor, password, "password")
        : proveSecondFactor(actor, code, "code"));
      return proven.ok ? ok(actor) : proven;
    },
  }),
];
