// Resets the demonstration accounts' password to DEMO_PASSWORD, after it was set to another:
// node --conditions=react-server --import tsx prisma/seed/password.ts
import { hashPassword } from "@/lib/auth/password";
import { disconnect } from "@/lib/db/client";
import { write } from "@/lib/db/write";
import { ok } from "@/lib/domain/base/result";
import { env } from "@/lib/platform/env";
import { THE_REGISTER } from "@/lib/workspace/settings/commands";
import { loadSettings } from "@/lib/workspace/settings/queries";
import { demonstrationAccounts } from "./accounts";
import { sayIfGuessable } from "./guessable";

const { DEMO_PASSWORD } = env();
const { demonstration } = await loadSettings();
if (demonstration && DEMO_PASSWORD !== undefined) {
  await sayIfGuessable(DEMO_PASSWORD, console.log);
  for (const { email } of demonstrationAccounts([])) {
    const hash = await hashPassword(DEMO_PASSWORD);
    await write(THE_REGISTER, async (tx) => {
      const person = await tx.people.findByEmail(email);
      if (person) await tx.setPasswordHash(person.id, hash);
      return ok(null);
    });
  }
}
await disconnect();
