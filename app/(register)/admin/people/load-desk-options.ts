import type { PersonOption } from "@/components/people/people/words";
import type { Actor } from "@/lib/domain/people/actor";
import type { Instant } from "@/lib/domain/base/day";
import { loadNames } from "../../load-names";

export async function loadDeskOptions(actor: Actor, at: Instant): Promise<PersonOption[]> {
  const { participants } = await loadNames(actor, at);
  return Object.entries(participants).map(([value, label]) => ({ value, label }));
}
