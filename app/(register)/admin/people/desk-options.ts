import type { Option } from "@/components/form/words";
import type { Actor } from "@/lib/domain/people/actor";
import type { Instant } from "@/lib/domain/base/day";
import { loadNames } from "../../names";

export async function loadDeskOptions(actor: Actor, at: Instant): Promise<Option[]> {
  const { participants } = await loadNames(actor, at);
  return Object.entries(participants).map(([value, label]) => ({ value, label }));
}
