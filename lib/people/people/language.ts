// The reader's language: their own choice, and on record like the rest of the account.
import "server-only";
import type { Actor } from "@/lib/domain/people/actor";
import type { Language } from "@/lib/domain/base/language";
import { refuse } from "@/lib/domain/base/refusal";
import { ok, type Result } from "@/lib/domain/base/result";
import { write } from "@/lib/db/write";

/** Null: the browser's language. Returns the actor with the change. */
export function chooseLanguage(
  actor: Actor,
  { language }: { language: Language | null },
): Promise<Result<Actor>> {
  return write(actor, async (tx) => {
    const person = await tx.people.lock(actor.id);
    if (!person) return refuse("not-found");
    if (person.language !== language)
      await tx.save("person", person, { ...person, language }, { action: "person.language-set" });
    return ok({ ...actor, language });
  });
}
