import { whyNotPassword } from "@/lib/auth/password-strength/strength";
import { emailOf } from "./accounts";

/** Warns if the demonstration's password is easily guessed. It starts anyway: it is only for viewing. */
export async function sayIfGuessable(password: string, say: (line: string) => void): Promise<void> {
  if ((await whyNotPassword(password, { email: emailOf("officer"), name: "" })) !== null)
    say(
      "The demonstration's password is easily guessed: set DEMO_PASSWORD to another before others reach this.",
    );
}
